FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --create-home truecart
USER truecart
COPY --from=build /build/aggregator-app/target/aggregator-app-*.jar /app/truecart.jar
VOLUME /home/truecart/.truecart
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/app/truecart.jar"]
