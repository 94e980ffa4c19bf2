package com.truecart.app.compare.web;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.compare.Comparison;
import com.truecart.app.compare.PricedOffer;
import com.truecart.app.compare.ProductOverview;
import com.truecart.app.compare.ProductSearch;
import com.truecart.app.compare.SearchForm;
import com.truecart.app.web.Format;
import com.truecart.model.Availability;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.pricing.PerMeasure;
import com.truecart.pricing.PriceStep;
import com.truecart.pricing.ValueBackNote;
import com.truecart.pricing.Verdict;
import com.truecart.pricing.rank.Reason;
import com.truecart.pricing.words.RuleWords;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts verdicts, steps and states into words; templates call it as {@code @wording}. */
@Component
public class Wording {

    /** More products than this in one sentence say nothing to anybody. */
    private static final int MOST_NAMED = 4;

    private final MessageSource messages;
    private final Format format;

    Wording(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    /** What one step of a price is. */
    public String step(PriceStep step) {
        return switch (step.kind()) {
            case LIST -> say("compare.step.list");
            case STORE_PRICE -> say("compare.step.store");
            case PROMOTION ->
                    step.promotion().map(promotion -> format.text(promotion.label())).orElseThrow();
            case TAX -> say("compare.step.tax");
            case DELIVERY -> say("compare.step.delivery");
        };
    }

    /** Why the first offer is the first, in one sentence; empty where it is the only one. */
    public Optional<String> whyFirst(ProductOverview overview) {
        if (overview.offers().size() < 2) {
            return Optional.empty();
        }
        PricedOffer second = overview.offers().get(1).priced();
        String other = format.text(second.storeName());
        return switch (second.ranked().reason()) {
            case Reason.First() -> Optional.empty();
            case Reason.CostsMore(Money by) ->
                    Optional.of(
                            say(
                                    second.isDeliveryKnown()
                                            ? "compare.first.less.delivered"
                                            : "compare.first.less.goods",
                                    format.money(by),
                                    other,
                                    overview.quantity()));
            case Reason.DeliveryUnknown() -> Optional.of(say("compare.first.delivery"));
            case Reason.OtherCurrency(var _) -> Optional.of(say("compare.first.currency"));
            case Reason.NotAvailable() -> overview.best().map(_ -> say("compare.first.available"));
            case Reason.WeakerEvidence(var own, var before) ->
                    Optional.of(
                            say("compare.first.evidence", other, evidence(before), evidence(own)));
            case Reason.OlderPrice _ -> Optional.of(say("compare.first.fresher", other));
            case Reason.NothingElse() -> Optional.of(say("compare.first.tie", other));
        };
    }

    /** Why an offer stands behind the one before it; empty for the first. */
    public Optional<String> place(ProductOverview overview, PricedOffer offer) {
        return overview.before(offer)
                .map(before -> place(offer.ranked().reason(), format.text(before.storeName())));
    }

    private String place(Reason reason, String before) {
        return switch (reason) {
            case Reason.First() -> say("compare.place.first");
            case Reason.CostsMore(Money by) -> say("compare.place.more", format.money(by), before);
            case Reason.DeliveryUnknown() -> say("compare.place.delivery");
            case Reason.OtherCurrency(var currency) ->
                    say("compare.place.currency", currency.getCurrencyCode());
            case Reason.NotAvailable() -> say("compare.place.gone");
            case Reason.WeakerEvidence(var own, var other) ->
                    say("compare.place.evidence", before, evidence(own), evidence(other));
            case Reason.OlderPrice(var own, var other) ->
                    say(
                            "compare.place.older",
                            before,
                            format.dateTime(own),
                            format.dateTime(other));
            case Reason.NothingElse() -> say("compare.place.tie", before);
        };
    }

    /** That another offer asks less on its shelf and yet comes to more. */
    public String overtaken(PricedOffer overtaken, PricedOffer best) {
        return say(
                "compare.overtaken",
                format.text(overtaken.storeName()),
                format.money(overtaken.offer().price()),
                overtaken.price().quantity(),
                format.money(overtaken.price().payable()),
                format.money(overtaken.price().payable().minus(best.price().payable())));
    }

    /** "HK$12.40 per kg". */
    public String perMeasure(PerMeasure measure) {
        String price = format.money(measure.price());
        return switch (measure.unit()) {
            case GRAM -> say("compare.measure.kg", price);
            case MILLILITRE -> say("compare.measure.litre", price);
            case PIECE -> say("compare.measure.piece", price);
        };
    }

    /** What comes back later, in which form. */
    public String valueBack(ValueBackNote note) {
        String value = format.money(note.value());
        return switch (note.form()) {
            case POINTS -> say("compare.back.points", value);
            case CASH_BACK -> say("compare.back.cash", value);
            case COUPON -> say("compare.back.coupon", value);
        };
    }

    /**
     * The rule as we compute it, in one sentence of the reader's language. Empty where nothing is
     * computed, and where the rule names so many other things that nobody would read it.
     */
    public Optional<String> rule(Promotion promotion, OfferFacts offer) {
        boolean isLong =
                promotion.scope() instanceof Scope.Listings(var ids) && ids.size() > MOST_NAMED;
        if (!promotion.isModelled() || isLong) {
            return Optional.empty();
        }
        RuleWords words =
                new RuleWords(
                        LocaleContextHolder.getLocale(),
                        id ->
                                id.equals(offer.upstreamId())
                                        ? format.text(offer.listingTitle())
                                        : id);
        return Optional.of(words.sentence(promotion));
    }

    /** How a promotion became known. */
    public String evidence(Promotion promotion) {
        return evidence(promotion.evidence());
    }

    private String evidence(Promotion.Evidence evidence) {
        return switch (evidence) {
            case VERIFIED -> say("compare.evidence.verified");
            case STATED -> say("compare.evidence.stated");
            case PARSED -> say("compare.evidence.parsed");
            case ASSUMED -> say("compare.evidence.assumed");
        };
    }

    /** What a lower price needs, all in one sentence part. */
    public String needs(List<Verdict> needs) {
        return String.join(say("compare.needs.and"), needs.stream().map(this::verdict).toList());
    }

    /** Why a promotion is not in the price, or what it needs. */
    public String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Met() -> say("compare.verdict.met");
            case Verdict.Missed(Verdict.Shortfall.Spend(var missing)) ->
                    say("compare.verdict.spend", format.money(missing));
            case Verdict.Missed(Verdict.Shortfall.Units(int missing)) ->
                    say("compare.verdict.units", missing);
            case Verdict.Missed(Verdict.Shortfall.Distinct(int missing)) ->
                    say("compare.verdict.distinct", missing);
            case Verdict.Refused(Verdict.Flaw flaw, String detail) -> flaw(flaw, detail);
            case Verdict.Unknown(Verdict.Question question, String subject) ->
                    question(question, subject);
            case Verdict.RuledOut(Verdict.Reason reason) -> reason(reason);
        };
    }

    private String question(Verdict.Question question, String subject) {
        return switch (question) {
            case CODE -> say("compare.question.code", subject);
            case MEMBERSHIP -> say("compare.question.membership", subject);
            case NEW_CUSTOMER -> say("compare.question.new");
            case PAYMENT_METHOD -> say("compare.question.payment", subject);
            case COUPON_CLAIMED -> say("compare.question.coupon", subject);
            case GROUP -> say("compare.question.group", subject);
            case REGION -> say("compare.question.region", subject);
            case CHANNEL -> say("compare.question.channel", subject);
            case TRADE_IN -> say("compare.question.trade-in", subject);
            case SCHEME -> say("compare.question.scheme", subject);
            case DELIVERY_FEE -> say("compare.question.delivery");
            case WORDS -> say("compare.question.words");
        };
    }

    private String reason(Verdict.Reason reason) {
        return switch (reason) {
            case NOT_VALID_NOW -> say("compare.reason.date");
            case OTHER_CURRENCY -> say("compare.reason.currency");
            case NOTHING_IN_SCOPE -> say("compare.reason.scope");
            case NOT_A_NEW_CUSTOMER -> say("compare.reason.known");
            case OTHER_PAYMENT_METHOD -> say("compare.reason.payment");
            case DECLINED -> say("compare.reason.declined");
            case USED_BEFORE -> say("compare.reason.used");
            case QUOTA_GONE -> say("compare.reason.quota");
            case TOO_FEW_LEFT -> say("compare.reason.few");
            case DOES_NOT_COMBINE -> say("compare.reason.combine");
            case NO_GAIN -> say("compare.reason.gain");
            case ANOTHER_SAVES_MORE -> say("compare.reason.other");
        };
    }

    private String flaw(Verdict.Flaw flaw, String detail) {
        return switch (flaw) {
            case TWO_CURRENCIES -> say("compare.flaw.currencies", detail);
            case LADDER_FALLS -> say("compare.flaw.ladder", detail);
            case GIVES_MORE_THAN_ASKED -> say("compare.flaw.more", detail);
            case OVERLAPPING_WINDOWS -> say("compare.flaw.windows", detail);
            case TOO_LARGE -> say("compare.flaw.large", detail);
            case NO_SUCH_RULE -> say("compare.flaw.engine", detail);
            case NO_ORDER -> say("compare.flaw.order", detail);
            case DEPOSIT_ABOVE_DUE -> say("compare.flaw.deposit", detail);
        };
    }

    /** Whether it can be bought. */
    public String availability(Availability availability) {
        return switch (availability) {
            case IN_STOCK -> say("compare.stock.in");
            case LOW_STOCK -> say("compare.stock.low");
            case PREORDER -> say("compare.stock.preorder");
            case BACKORDER -> say("compare.stock.backorder");
            case OUT_OF_STOCK -> say("compare.stock.out");
            case DISCONTINUED -> say("compare.stock.gone");
            case UNSTATED -> say("compare.stock.unstated");
        };
    }

    /** The head of a row of a comparison. */
    public String subject(Comparison.Subject subject) {
        return switch (subject) {
            case Comparison.Subject.Fact(String name) -> say("compare.row." + name);
            case Comparison.Subject.PriceAt(Localized store) ->
                    say("compare.row.at", format.text(store));
            case Comparison.Subject.Attribute(String name) -> name;
        };
    }

    /** A cell of a comparison. */
    public String cell(Comparison.Cell cell) {
        return switch (cell) {
            case Comparison.Cell.Nothing() -> say("compare.cell.nothing");
            case Comparison.Cell.Words(Localized words) -> format.text(words);
            case Comparison.Cell.Count(long count) -> format.number(count);
            case Comparison.Cell.Amount(var amount, boolean _) -> format.money(amount);
        };
    }

    /** Whether a cell is the lowest amount of its row. */
    public boolean isLowest(Comparison.Cell cell) {
        return cell instanceof Comparison.Cell.Amount(var _, boolean isLowest) && isLowest;
    }

    /** How a limit stands in its field. */
    public String limit(Optional<Money> limit) {
        return SearchForm.plain(limit);
    }

    /** A change with its sign: "+HK$30.00", "−HK$2.00". */
    public String change(Money change) {
        return (change.isPositive() ? "+" : "") + format.money(change);
    }

    /** What the index calls a brand or category. */
    public String facetValue(Localized words) {
        return ProductSearch.facetValue(words);
    }

    /** Attributes by name. */
    public SortedMap<String, String> sorted(Map<String, String> attributes) {
        return new TreeMap<>(attributes);
    }

    /** Whether a picture may be shown: only over a connection nobody reads. */
    public boolean isSafeImage(Optional<URI> image) {
        return image.filter(uri -> "https".equals(uri.getScheme())).isPresent();
    }

    /** Whether a link may be offered: a page, never a script. */
    public boolean isSafePage(Optional<URI> page) {
        return page.map(URI::getScheme)
                .filter(scheme -> scheme.equals("https") || scheme.equals("http"))
                .isPresent();
    }

    /** Which picture stands for a category: the name of a symbol in {@code categories.svg}. */
    public String symbol(List<Localized> category) {
        return CategorySymbol.of(category);
    }

    private String say(String key, Object... values) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, values, locale);
    }
}
