package com.truecart.connector.magento;

/** The documents sent to a shop. */
final class Queries {
    static final int PER_PAGE = 50;

    /** More lines than this are more than one shopper's list. */
    static final int LINES = 200;

    private static final String MONEY = "{ value currency }";

    static final String CHECK =
            """
            { storeConfig { store_name } products(search: "", pageSize: 1) { total_count } }
            """;

    static final String PRODUCTS =
            """
            query Catalogue($page: Int!, $size: Int!) {
              storeConfig { secure_base_url product_url_suffix }
              products(search: "", sort: { name: ASC }, pageSize: $size, currentPage: $page) {
                total_count
                page_info { total_pages }
                items {
                  __typename ...Shown
                  ... on ConfigurableProduct {
                    configurable_options { attribute_code label }
                    variants { attributes { code label } product { ...Shown } }
                  }
                }
              }
            }
            fragment Shown on ProductInterface {
              sku name url_key stock_status only_x_left_in_stock
              description { html } image { url } categories { name level }
              price_range { minimum_price { regular_price MONEY final_price MONEY } }
              price_tiers { quantity final_price MONEY }
              custom_attributesV2 {
                items {
                  code
                  ... on AttributeValue { value }
                  ... on AttributeSelectedOptions { selected_options { label } }
                }
              }
            }
            """
                    .replace("MONEY", MONEY);

    static final String CREATE = "mutation Open { createGuestCart { cart { id } } }";

    static final String ADD =
            """
            mutation Add($cart: String!, $items: [CartItemInput!]!) {
              addProductsToCart(cartId: $cart, cartItems: $items) {
                user_errors { code message }
              }
            }
            """;

    static final String ADDRESS =
            """
            mutation Address($cart: String!, $email: String!, $address: CartAddressInput!) {
              setGuestEmailOnCart(input: { cart_id: $cart, email: $email }) { cart { id } }
              setShippingAddressesOnCart(
                input: { cart_id: $cart, shipping_addresses: [{ address: $address }] }
              ) { cart { id } }
              setBillingAddressOnCart(
                input: { cart_id: $cart, billing_address: { address: $address } }
              ) { cart { id } }
            }
            """;

    static final String SHIP =
            """
            mutation Ship($cart: String!, $carrier: String!, $method: String!) {
              setShippingMethodsOnCart(
                input: {
                  cart_id: $cart
                  shipping_methods: [{ carrier_code: $carrier, method_code: $method }]
                }
              ) { cart { id } }
            }
            """;

    static final String PAY =
            """
            mutation Pay($cart: String!, $code: String!) {
              setPaymentMethodOnCart(
                input: { cart_id: $cart, payment_method: { code: $code } }
              ) { cart { id } }
            }
            """;

    static final String APPLY_COUPON =
            """
            mutation Apply($cart: String!, $code: String!) {
              applyCouponToCart(input: { cart_id: $cart, coupon_code: $code }) { cart { id } }
            }
            """;

    static final String REMOVE_COUPON =
            """
            mutation Remove($cart: String!) {
              removeCouponFromCart(input: { cart_id: $cart }) { cart { id } }
            }
            """;

    static final String CART =
            """
            query Cart($cart: String!, $lines: Int!) {
              cart(cart_id: $cart) {
                id is_virtual
                itemsV2(pageSize: $lines) {
                  total_count
                  items {
                    quantity product { sku }
                    errors { message }
                    prices { price MONEY price_including_tax MONEY
                      row_total MONEY row_total_including_tax MONEY }
                    ... on ConfigurableCartItem { configured_variant { sku } }
                  }
                }
                applied_coupons { code }
                available_payment_methods { code }
                selected_payment_method { code }
                shipping_addresses {
                  available_shipping_methods {
                    carrier_code method_code available price_incl_tax MONEY
                  }
                  selected_shipping_method {
                    carrier_code method_code price_excl_tax MONEY price_incl_tax MONEY
                  }
                }
                prices {
                  grand_total MONEY subtotal_excluding_tax MONEY subtotal_including_tax MONEY
                  discounts { label amount MONEY }
                  applied_taxes { amount MONEY }
                }
              }
            }
            """
                    .replace("MONEY", MONEY);

    static final String PLACE =
            """
            mutation Place($cart: String!) {
              placeOrder(input: { cart_id: $cart }) {
                orderV2 { number token }
                errors { message code }
              }
            }
            """;

    static final String ORDER =
            """
            query Order($token: String!) {
              guestOrderByToken(input: { token: $token }) {
                number status
                total { grand_total MONEY }
                items { quantity_ordered quantity_shipped quantity_canceled quantity_refunded }
                shipments { tracking { title carrier number } }
                credit_memos { total { grand_total MONEY } }
              }
            }
            """
                    .replace("MONEY", MONEY);

    private Queries() {}
}
