package com.truecart.search.lucene;

import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A directory in which what merges segments steps aside for those who search, every few pages. */
final class CourteousMerges extends FilterDirectory {

    private static final int BYTES_AT_A_TIME = 1 << 16;

    private final Courtesy courtesy;

    CourteousMerges(Directory directory, Courtesy courtesy) {
        super(directory);
        this.courtesy = courtesy;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        IndexOutput out = super.createOutput(name, context);
        return context.context() == IOContext.Context.MERGE ? new Courteous(out, courtesy) : out;
    }

    private static final class Courteous extends FilterIndexOutput {
        private final Courtesy courtesy;
        private int written;

        private Courteous(IndexOutput out, Courtesy courtesy) {
            super("courteous " + out, out.getName(), out);
            this.courtesy = courtesy;
        }

        @Override
        public void writeByte(byte b) throws IOException {
            wrote(1);
            super.writeByte(b);
        }

        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
            wrote(length);
            super.writeBytes(bytes, offset, length);
        }

        @Override
        public void writeShort(short number) throws IOException {
            wrote(Short.BYTES);
            out.writeShort(number);
        }

        @Override
        public void writeInt(int number) throws IOException {
            wrote(Integer.BYTES);
            out.writeInt(number);
        }

        @Override
        public void writeLong(long number) throws IOException {
            wrote(Long.BYTES);
            out.writeLong(number);
        }

        private void wrote(int bytes) {
            written += bytes;
            if (written >= BYTES_AT_A_TIME) {
                written = 0;
                courtesy.stepAside();
            }
        }
    }
}
