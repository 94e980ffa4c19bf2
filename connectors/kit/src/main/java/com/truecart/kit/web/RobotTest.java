package com.truecart.kit.web;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Tells the pages by which shops keep robots out from the pages one asked for. */
public final class RobotTest {
    private static final Pattern TITLE =
            Pattern.compile(
                    "(?i).*(just a moment|attention required|access denied|are you (?:a )?(?:human|robot)"
                            + "|checking your browser|verify (?:that )?you are human|captcha"
                            + "|ddos protection|请完成安全验证|滑块验证).*");

    private RobotTest() {}

    /** Whether a page that was read is such a test. */
    public static boolean is(Document page) {
        return TITLE.matcher(page.title()).matches();
    }

    /** Whether an answer is such a test instead of the text it should be. */
    public static boolean is(String answer) {
        return answer.stripLeading().startsWith("<") && is(Jsoup.parse(answer));
    }
}
