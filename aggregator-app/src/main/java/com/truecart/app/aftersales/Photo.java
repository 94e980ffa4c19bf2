package com.truecart.app.aftersales;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes of what a shopper sends a picture that is nothing but a picture: decoded, made smaller and
 * encoded anew, so that neither a place nor a device nor a program hidden in the file is kept.
 */
final class Photo {
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** What a telephone takes; a small file may claim to be much larger once decoded. */
    private static final long MOST_PIXELS = 50_000_000;

    /** A decoded picture takes a hundred times the room of its file: one after the other. */
    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

    private static final int LONGEST_SIDE = 1600;
    private static final Set<String> TAKEN = Set.of("jpeg", "png");

    private Photo() {}

    /** The picture as JPEG; empty where the bytes are no JPEG or PNG of usual size. */
    static Optional<byte[]> reencoded(byte[] sent) {
        if (sent.length == 0 || sent.length > MOST_BYTES) {
            return Optional.empty();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            ONE_AT_A_TIME.acquireUninterruptibly();
            try {
                return TAKEN.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                        ? encoded(reader, in)
                        : Optional.empty();
            } finally {
                ONE_AT_A_TIME.release();
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            // a decoder fails in many ways over what is no picture
            return Optional.empty();
        }
    }

    private static Optional<byte[]> encoded(ImageReader reader, ImageInputStream in)
            throws IOException {
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        ImageReadParam sparse = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.max(width, height) / (2L * LONGEST_SIDE));
        sparse.setSourceSubsampling(step, step, 0, 0);
        BufferedImage small = smaller(reader.read(0, sparse));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return ImageIO.write(small, "jpeg", out)
                ? Optional.of(out.toByteArray())
                : Optional.empty();
    }

    private static BufferedImage smaller(BufferedImage image) {
        double factor =
                Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return small;
    }
}
