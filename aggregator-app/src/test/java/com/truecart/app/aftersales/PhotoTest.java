package com.truecart.app.aftersales;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is kept of a picture a shopper sends. */
class PhotoTest {

    @Test
    void aPictureIsMadeSmallerAndKeepsItsShape() throws IOException {
        byte[] kept = Photo.reencoded(picture("png", 3200, 800)).orElseThrow();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(kept).startsWith(0xff, 0xd8);
    }

    @Test
    void whatHidesInTheFileIsNotKept() throws IOException {
        byte[] jpeg = picture("jpeg", 40, 30);
        byte[] comment =
                "<script>alert(1)</script> 22.2793N 114.1628E".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer hiding =
                ByteBuffer.allocate(jpeg.length + comment.length + 4)
                        .put(jpeg, 0, 2)
                        .putShort((short) 0xfffe)
                        .putShort((short) (comment.length + 2))
                        .put(comment)
                        .put(jpeg, 2, jpeg.length - 2);
        assertThat(text(hiding.array())).contains("script");
        assertThat(text(Photo.reencoded(hiding.array()).orElseThrow()))
                .doesNotContain("script", "22.2793N");
    }

    @Test
    void whatIsNoPictureOfUsualSizeIsRefused() throws IOException {
        assertThat(Photo.reencoded(new byte[0])).isEmpty();
        assertThat(Photo.reencoded("<html>".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(Photo.reencoded(picture("gif", 10, 10))).isEmpty();
        assertThat(Photo.reencoded(new byte[Photo.MOST_BYTES + 1])).isEmpty();
        byte[] png = picture("png", 10, 10);
        assertThat(Photo.reencoded(claiming(png, 60_000, 60_000)))
                .as("small as a file, 14 GB as a picture")
                .isEmpty();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(
                        ImageIO.write(
                                new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB),
                                format,
                                out))
                .isTrue();
        return out.toByteArray();
    }

    /** The same file with another size in its header, its check sum made right again. */
    private static byte[] claiming(byte[] png, int width, int height) {
        byte[] other = png.clone();
        ByteBuffer.wrap(other).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(other, 12, 17);
        ByteBuffer.wrap(other).putInt(29, (int) sum.getValue());
        return other;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
