package com.truecart.realshops.vendure;

import com.truecart.realshops.RealShopException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the shop sells: products in several variants, prices and stock that change, many at once.
 */
public final class VendureShelves {
    private static final String COLUMNS =
            "name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,"
                    + "stockOnHand,trackInventory,variantAssets,variantFacets\n";

    private final GraphQl api;
    private final VendureAdmin admin;

    VendureShelves(GraphQl api, VendureAdmin admin) {
        this.api = api;
        this.admin = admin;
    }

    /** A product whose variants never run out. */
    public List<Variant> add(NewProduct wanted) {
        String slug = wanted.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        long product =
                api.create(
                        "Product",
                        Fields.of("facetValueIds", wanted.facetValueIds())
                                .and(
                                        "translations",
                                        List.of(
                                                Fields.named(wanted.name())
                                                        .and("slug", slug)
                                                        .and(
                                                                "description",
                                                                wanted.description()))));
        List<Fields> options =
                wanted.choices().stream()
                        .map(choice ->
                                Fields.of("code", slug + "-" + choice.is())
                                        .and("translations", List.of(Fields.named(choice.is()))))
                        .toList();
        JsonNode group =
                api.ask(
                        """
                        mutation($input: CreateProductOptionGroupInput!) {
                          createProductOptionGroup(input: $input) { id options { id } } }
                        """,
                        Fields.of(
                                        "input",
                                        Fields.of("code", slug + "-" + wanted.differIn())
                                                .and(
                                                        "translations",
                                                        List.of(Fields.named(wanted.differIn())))
                                                .and("options", options))
                                .map());
        api.ask(
                """
                mutation($product: ID!, $group: ID!) {
                  addOptionGroupToProduct(productId: $product, optionGroupId: $group) { id } }
                """,
                Map.of("product", product, "group", OrderDocument.id(group)));
        List<Fields> inputs = new ArrayList<>();
        for (NewProduct.Choice choice : wanted.choices()) {
            NewVariant variant = choice.variant();
            long option = OrderDocument.id(group.get("options").get(inputs.size()));
            inputs.add(
                    Fields.of("productId", product)
                            .and("sku", variant.sku())
                            .and("price", variant.listPrice())
                            .and("taxCategoryId", admin.taxCategory(variant.taxRate()))
                            .and("trackInventory", "FALSE")
                            .and("facetValueIds", variant.facetValueIds())
                            .and("optionIds", List.of(option))
                            .and(
                                    "translations",
                                    List.of(Fields.named(wanted.name() + " " + choice.is()))));
        }
        JsonNode made =
                api.ask(
                        """
                        mutation($inputs: [CreateProductVariantInput!]!) {
                          createProductVariants(input: $inputs) { id } }
                        """,
                        Fields.of("inputs", inputs).map());
        List<Variant> variants = new ArrayList<>();
        for (NewProduct.Choice choice : wanted.choices()) {
            NewVariant variant = choice.variant();
            List<Long> facets = new ArrayList<>(wanted.facetValueIds());
            facets.addAll(variant.facetValueIds());
            variants.add(
                    new Variant(
                            OrderDocument.id(made.get(variants.size())),
                            variant.sku(),
                            variant.listPrice(),
                            variant.taxRate(),
                            facets));
        }
        return List.copyOf(variants);
    }

    /** Another list price from now on, in cents. */
    public void price(long variantId, long listPrice) {
        change(Fields.of("id", variantId).and("price", listPrice));
    }

    /** So many units and no more from now on. */
    public void stock(long variantId, int units) {
        change(Fields.of("id", variantId).and("trackInventory", "TRUE").and("stockOnHand", units));
    }

    /** Is no longer sold; orders that hold it stay. */
    public void remove(long variantId) {
        api.ask(
                "mutation($id: ID!) { deleteProductVariant(id: $id) { result } }",
                Map.of("id", variantId));
    }

    /**
     * Products with one variant each, by the shop's own import; they never run out.
     *
     * @param skus unique in the shop
     * @param listPrices cents, one for each
     */
    public void addMany(List<String> skus, List<Long> listPrices, BigDecimal taxRate) {
        // the import finds a tax category by its name
        admin.taxCategory(taxRate);
        String taxCategory = taxRate.stripTrailingZeros().toPlainString() + " %";
        StringBuilder csv = new StringBuilder(COLUMNS);
        for (int i = 0; i < skus.size(); i++) {
            String sku = skus.get(i);
            csv.append("Thing ")
                    .append(sku)
                    .append(",thing-")
                    .append(sku)
                    .append(",A thing of many,,category:Things|brand:Brand ")
                    .append(i % 20)
                    .append(",,,")
                    .append(sku)
                    .append(',')
                    .append(BigDecimal.valueOf(listPrices.get(i), 2).toPlainString())
                    .append(',')
                    .append(taxCategory)
                    .append(",100,false,,\n");
        }
        JsonNode result =
                api.upload(
                        "mutation($file: Upload!) {"
                                + " importProducts(csvFile: $file) { imported errors } }",
                        "file",
                        csv.toString());
        if (result.get("imported").asInt() != skus.size()) {
            throw new RealShopException(
                    "Of %d products %s were imported: %s"
                            .formatted(skus.size(), result.get("imported"), result.get("errors")));
        }
    }

    private void change(Fields variant) {
        api.ask(
                """
                mutation($inputs: [UpdateProductVariantInput!]!) {
                  updateProductVariants(input: $inputs) { id } }
                """,
                Fields.of("inputs", List.of(variant)).map());
    }
}
