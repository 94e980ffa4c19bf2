package com.truecart.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Contents;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackSizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "Cola 330ml x 6; 1980 millilitre",
                "Cola 6 x 330ml; 1980 millilitre",
                "Cola 330mL×6; 1980 millilitre",
                "可樂 330毫升; 330 millilitre",
                "可樂 330毫升 6罐裝; 1980 millilitre",
                "可乐 330毫升 6罐装; 1980 millilitre",
                "可樂 330毫升 (6罐); 1980 millilitre",
                "Cola 330ml 6 cans; 1980 millilitre",
                "Cola 6 cans x 330ml; 1980 millilitre",
                "Beer 330ml x 6 x 4; 7920 millilitre",
                "Beer 330ml x 6 (6 cans); 1980 millilitre",
                "Milk 1.5L; 1500 millilitre",
                "Water 5.5 LT; 5500 millilitre",
                "Wine 75cl; 750 millilitre",
                "Drops 20cc; 20 millilitre",
                "洗潔精 2公升; 2000 millilitre",
                "洗洁精2升; 2000 millilitre",
                "Spaghetti 500g; 500 gram",
                "Spaghetti 500 GM; 500 gram",
                "意大利粉 1千克; 1000 gram",
                "Rice 1kg; 1000 gram",
                "白米 5公斤; 5000 gram",
                "Flour 1,000g; 1000 gram",
                "Noodles 200GX3; 600 gram",
                "刀削麵 200克 X3; 600 gram",
                "Coffee 3-in-1 17g x 10; 170 gram",
                "原味奶茶3合1 - 17克 x 10; 170 gram",
                "Crackers (26.5g x 10 packs) 265g; 265 gram",
                "Ice 4支裝 (80毫升 x 4支) 320毫升; 320 millilitre",
                "Tofu Twin Pack 228mL x 2; 456 millilitre",
                "拉麵五包裝 120克 x 5; 600 gram",
                "Chips 37.5g x 2; 75 gram",
                "午餐肉 340克 3罐; 1020 gram",
                "Luncheon Meat (12oz) 340g; 340 gram",
                "Pork (340g / 12oz) (55505); 340 gram",
                "Sunscreen SPF50+ PA++++ 60mL; 60 millilitre",
                "Formula S-26 Ultima 4 800g; 800 gram",
                "Milk 3.6 1L; 1000 millilitre",
                "ＭＩＬＫ　１．５Ｌ; 1500 millilitre",
                "白米 ５公斤; 5000 gram",
                "Soda 250㎖; 250 millilitre",
                "Tablecloth 150 cm x 180 cm, 400g; 400 gram",
                "Capsules 24pcs; 24 piece",
                "Eggs 20's; 20 piece",
                "Eggs 10’s; 10 piece",
                "Bread 6S 6SLICES; 6 piece",
                "Vitamin C 500mg 100 tablets; 100 piece",
                "維他命 100粒; 100 piece",
                "紙巾 40抽 x 6; 240 piece",
                "Tissue (150 sheets x 2 ply) 5 packs; 750 piece",
                "軟包紙巾 (150組 x 2層) 5包裝; 750 piece",
                "Napkins 50片 x 2; 100 piece",
                "Diapers L (9-14kg) 44pcs; 44 piece",
                "紙尿片 12kg以上 30片; 30 piece",
                "Night Pads 30cm 8pcs; 8 piece",
                "Bathroom Tissue (160g/roll) 10 rolls; 10 piece",
                "Teabag x 25; 25 piece",
                "Tea 100 tea bags; 100 piece",
                "Pills 6 bottles; 6 piece",
                "Tea 2g x 20 bags; 40 gram",
                "1-pc Toothbrush; 1 piece",
                "Cola 330ml pack of 6; 1980 millilitre"
            })
    void aTitleThatSaysHowMuchIsInAUnitIsRead(String title, String contents) {
        String[] expected = contents.split(" ", 2);
        assertThat(PackSize.of(title))
                .contains(
                        new Contents(
                                Long.parseLong(expected[0]),
                                Contents.Unit.valueOf(expected[1].toUpperCase(Locale.ROOT))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Onions",
                "Juice 32oz",
                "Bacon 1 pound",
                "Cling wrap 200ft",
                // whether all of them weigh so much, or each
                "Cheese 12 slices 250g",
                "芝士 12片裝 250克",
                "Sweetener 8.5g 100 Tablets",
                "Probiotic 5S 63 ML",
                "朱古力批 (10包) 280克",
                "Tea 40克 20包",
                "Cola 6 cans 330ml",
                "Raisins 9 mini boxes 126g",
                "朱古力四條裝 50克",
                "Toothpaste Twin Pack 200g",
                // rounding would be guessing
                "Seaweed 37.5g",
                "Refill 21.9mL",
                // two statements that differ
                "Tuna 185g, drained 130g",
                "Pasta 500g 1kg",
                "Ice Cream (473mL) 392g",
                "Towels 3S 250'S X 3",
                "Beer 330ml x 6 4 cartons",
                // how much of it is in every pack
                "Oats 1KG+200G",
                "Shampoo 500ml (2+1)",
                "Coffee 1+2 15g x 20",
                "Napkins X 2 20 PC",
                "Beer 4x6 330ml",
                "Beer 330ml Lager x 6",
                // ranges, limits and fractions
                "Salmon 500-600g",
                "Chicken 1kg~1.2kg",
                "約500克",
                "Up to 5kg",
                "Tissue 10/12 rolls",
                "Butter 1/2 kg",
                "Butter ½ kg",
                // not a weight
                "Router 4G",
                "手機 5G",
                "USB 64GB",
                "Nothing 0g",
                "4x6"
            })
    void aTitleThatIsNotClearSaysNothing(String title) {
        assertThat(PackSize.of(title)).isEmpty();
    }

    @Test
    void aDescriptionIsNoTitle() {
        assertThat(PackSize.of("good ".repeat(100) + "500g")).isEmpty();
    }
}
