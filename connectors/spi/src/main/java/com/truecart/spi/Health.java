package com.truecart.spi;

/** How an upstream answered a check. */
public sealed interface Health {
    /** It answers, and in the shape we know; {@code detail} says what was seen ("312 products"). */
    record Up(String detail) implements Health {}

    /** It does not; {@code remedy} says who must do what. */
    record Down(String problem, String remedy) implements Health {

        /** It does not, for this reason. */
        public static Down after(UpstreamException problem, String remedy) {
            return new Down(String.valueOf(problem.getMessage()), remedy);
        }
    }
}
