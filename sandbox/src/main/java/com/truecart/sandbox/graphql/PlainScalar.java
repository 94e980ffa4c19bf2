package com.truecart.sandbox.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** A scalar that is written as text: an address, a decimal number, a moment. */
public final class PlainScalar implements Coercing<String, String> {
    private PlainScalar() {}

    /** The scalar of this name. */
    public static GraphQLScalarType named(String name) {
        return GraphQLScalarType.newScalar().name(name).coercing(new PlainScalar()).build();
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return String.valueOf(value);
    }

    @Override
    public String parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof String text) {
            return text;
        }
        throw new CoercingParseValueException("Expected a text, found " + input);
    }

    @Override
    public String parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof StringValue text) {
            return String.valueOf(text.getValue());
        }
        throw new CoercingParseLiteralException("Expected a text, found " + input);
    }
}
