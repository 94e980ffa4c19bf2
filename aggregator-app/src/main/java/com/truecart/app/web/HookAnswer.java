package com.truecart.app.web;

/** What became of a delivery at {@code /hooks}, and so what its sender is told. */
public sealed interface HookAnswer {
    /**
     * It is kept, or was before.
     *
     * @param text what the sender wants to read; blank where nothing
     */
    record Taken(String text) implements HookAnswer {}

    /** There is nobody of this name. */
    record NobodyThere() implements HookAnswer {}

    /** Not from whom it says it is. */
    record Forged() implements HookAnswer {}

    /** From the sender, and not to be understood: sending it again helps nobody. */
    record Unreadable() implements HookAnswer {}

    /** It cannot be judged now; the sender may send it again. */
    record Later() implements HookAnswer {}
}
