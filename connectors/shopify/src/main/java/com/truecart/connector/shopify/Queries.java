package com.truecart.connector.shopify;

/**
 * The documents sent to the Storefront API. A caller without a token may ask for few nodes at once,
 * so pages are small.
 */
final class Queries {
    static final int PRODUCTS = 20;
    static final int VARIANTS = 20;
    static final int MORE_VARIANTS = 250;

    static final String CHECK =
            """
            query Check { shop { name } products(first: 1, sortKey: ID) { nodes { id } } }
            """;

    private static final String ALLOCATION =
            """
            {
              targetType discountedAmount { amount currencyCode }
              ... on CartAutomaticDiscountAllocation { title }
              ... on CartCodeDiscountAllocation { code }
              ... on CartCustomDiscountAllocation { title }
            }
            """;

    private static final String CART =
            """
            fragment Shown on Cart {
              id checkoutUrl
              cost { totalAmount { amount currencyCode } totalAmountEstimated }
              discountCodes { code applicable }
              lines(first: 250) {
                pageInfo { hasNextPage }
                nodes {
                  id quantity
                  merchandise { ... on ProductVariant { id requiresShipping } }
                  cost {
                    amountPerQuantity { amount currencyCode }
                    subtotalAmount { amount currencyCode }
                  }
                  discountAllocations(lineLevelOnly: false) ALLOCATION
                }
              }
              deliveryGroups(first: 20, withCarrierRates: true) {
                pageInfo { hasNextPage }
                nodes {
                  id
                  selectedDeliveryOption { handle estimatedCost { amount currencyCode } }
                  deliveryOptions {
                    handle title deliveryMethodType estimatedCost { amount currencyCode }
                  }
                  discountAllocations ALLOCATION
                }
              }
            }
            """
                    .replace("ALLOCATION", ALLOCATION);

    private static final String ANSWER =
            "{ cart { ...Shown } userErrors { code field message }"
                    + " warnings { code message target } }";

    private static final String CONTEXT = "@inContext(country: $country, language: $language)";

    static final String CART_CREATE =
            """
            mutation Quote($input: CartInput!, $country: CountryCode, $language: LanguageCode)
            CONTEXT { cartCreate(input: $input) ANSWER }
            """
                            .replace("CONTEXT", CONTEXT)
                            .replace("ANSWER", ANSWER)
                    + CART;

    static final String CHOOSE_DELIVERY =
            """
            mutation Deliver(
              $cart: ID!, $chosen: [CartSelectedDeliveryOptionInput!]!,
              $country: CountryCode, $language: LanguageCode
            ) CONTEXT {
              cartSelectedDeliveryOptionsUpdate(cartId: $cart, selectedDeliveryOptions: $chosen) ANSWER
            }
            """
                            .replace("CONTEXT", CONTEXT)
                            .replace("ANSWER", ANSWER)
                    + CART;

    static final String CART_AGAIN =
            """
            query Again($cart: ID!, $country: CountryCode, $language: LanguageCode)
            CONTEXT { cart(id: $cart) { ...Shown } }
            """
                            .replace("CONTEXT", CONTEXT)
                    + CART;

    private Queries() {}

    /** A page of products, each with its first variants. */
    static String products(boolean withQuantities) {
        return """
        query Catalogue(
          $after: String, $country: CountryCode, $language: LanguageCode
        ) CONTEXT {
          products(first: %d, after: $after, sortKey: ID) {
            pageInfo { hasNextPage endCursor }
            nodes {
              id title handle vendor productType onlineStoreUrl
              description(truncateAt: 5000) featuredImage { url }
              variants(first: %d) { pageInfo { hasNextPage endCursor } nodes { ...Variant } }
            }
          }
        }
        """
                        .formatted(PRODUCTS, VARIANTS)
                        .replace("CONTEXT", CONTEXT)
                + variant(withQuantities);
    }

    /** The variants of one product that did not fit. */
    static String variants(boolean withQuantities) {
        return """
        query Variants(
          $product: ID!, $after: String, $country: CountryCode, $language: LanguageCode
        ) CONTEXT {
          product(id: $product) {
            variants(first: %d, after: $after) {
              pageInfo { hasNextPage endCursor } nodes { ...Variant }
            }
          }
        }
        """
                        .formatted(MORE_VARIANTS)
                        .replace("CONTEXT", CONTEXT)
                + variant(withQuantities);
    }

    private static String variant(boolean withQuantities) {
        return """
        fragment Variant on ProductVariant {
          id title sku barcode availableForSale currentlyNotInStock QUANTITY
          price { amount currencyCode } compareAtPrice { amount currencyCode }
          selectedOptions { name value } image { url }
        }
        """
                .replace("QUANTITY", withQuantities ? "quantityAvailable" : "");
    }
}
