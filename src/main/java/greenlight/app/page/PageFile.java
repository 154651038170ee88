package greenlight.app.page;

import greenlight.market.Phase;
import greenlight.market.Rules;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Measure;
import greenlight.market.measure.Reading;
import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.StudioTrait;
import greenlight.market.scenario.Trait;
import greenlight.market.scenario.VendorTrait;
import greenlight.market.world.World;
import greenlight.runner.model.Parameter;
import greenlight.runner.results.Software;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * The classroom page as one HTML file: its template with every {@code <!--# kind name -->} replaced by the style, script,
 * font, text or data that it names. The market comes compiled from the folder that the profile {@code page} writes.
 */
public final class PageFile {
    /** Where the profile {@code page} puts the compiled market; the launcher says it. */
    private static final Path COMPILED = Path.of(System.getProperty("greenlight.page", "target/page"));

    /** By which a page is known. */
    public static final String MARK = "<title>Greenlight: a market in which to try</title>";

    private static final String RESOURCES = "/greenlight/app/page/";
    private static final Pattern SLOT = Pattern.compile("<!--# (\\w+) ([\\w./-]+) -->");
    private static final Pattern FONT = Pattern.compile("url\\(([\\w./-]+\\.woff2)\\)");

    private PageFile() {}

    /** Whether the market is there, compiled for the browser. */
    public static boolean compiled() {
        return Files.isRegularFile(COMPILED.resolve("market.wasm"));
    }

    /**
     * The whole page.
     *
     * @param own worlds of a user's own that stand in it before those that ship; the page opens with the first
     */
    public static String text(List<World> own) throws IOException {
        if (!compiled()) {
            throw new FileNotFoundException("The market is not compiled for the browser: there is no "
                    + COMPILED.resolve("market.wasm") + ". ./greenlight page compiles it; so does mvn -Ppage compile.");
        }
        StringBuilder page = new StringBuilder();
        Matcher slot = SLOT.matcher(resource("index.html"));
        while (slot.find()) {
            slot.appendReplacement(page, Matcher.quoteReplacement(filling(slot.group(1), slot.group(2), own)));
        }
        return slot.appendTail(page).toString();
    }

    private static String filling(String kind, String name, List<World> own) throws IOException {
        return switch (kind) {
            case "style" -> "<style>\n" + styled(resource(name)) + "</style>";
            case "script" -> "<script>\n" + unclosed(resource(name)) + "</script>";
            case "worker" ->
                "<script type=\"text/plain\" id=\"worker\">\n"
                        + unclosed(Files.readString(COMPILED.resolve("runtime.js")) + "\n" + resource(name))
                        + "</script>";
            case "market" ->
                "<script type=\"text/plain\" id=\"market\">"
                        + Base64.getEncoder().encodeToString(packed(Files.readAllBytes(COMPILED.resolve(name))))
                        + "</script>";
            case "data" -> "<script type=\"application/json\" id=\"data\">" + data(own) + "</script>";
            case "markdown" -> html(resource(name));
            case "text" -> escaped(resource(name));
            default -> throw new IllegalStateException("The page's template has a slot of no known kind: " + kind);
        };
    }

    /** A style with its fonts inside. */
    private static String styled(String css) throws IOException {
        StringBuilder styled = new StringBuilder();
        Matcher font = FONT.matcher(css);
        while (font.find()) {
            String inside =
                    "url(data:font/woff2;base64," + Base64.getEncoder().encodeToString(bytes(font.group(1))) + ")";
            font.appendReplacement(styled, Matcher.quoteReplacement(inside));
        }
        return font.appendTail(styled).toString();
    }

    /** A script that cannot end the element around it. */
    private static String unclosed(String script) {
        return script.replace("</script", "<\\/script");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String html(String markdown) {
        List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
        return HtmlRenderer.builder()
                .extensions(tables)
                .escapeHtml(true)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown));
    }

    private static String resource(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = PageFile.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCES + name + " is missing.");
            }
            return in.readAllBytes();
        }
    }

    /** What the scripts know of the model, as JSON that may be part of a page. */
    private static String data(List<World> own) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("program", Software.here().version());
            json.writeStringProperty("version", Rules.VERSION);
            json.writeStringProperty("digest", new MarketModel().digest());
            json.writeArrayPropertyStart("dials");
            MarketParameter.table().forEach(parameter -> write(json, parameter));
            json.writeEndArray();
            json.writeArrayPropertyStart("worlds");
            own.forEach(world -> write(json, world, true));
            Scenarios.names().forEach(name -> write(json, Scenarios.world(name), false));
            json.writeEndArray();
            json.writeStringProperty("tables", OpenedWorld.text(shipped()));
            json.writeArrayPropertyStart("figures");
            write(json, "studio", StudioTrait.IP);
            write(json, "vendor", VendorTrait.CASH);
            write(json, "vendor", VendorTrait.GPUS);
            json.writeEndArray();
            json.writeArrayPropertyStart("taken");
            World.takenNames().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("readings");
            for (Reading reading : Reading.values()) {
                json.writeStartObject();
                json.writeStringProperty("key", reading.key());
                json.writeStringProperty("of", reading.of());
                json.writeStringProperty("unit", reading.unit());
                json.writeStringProperty("meaning", reading.meaning());
                json.writeBooleanProperty("whole", reading.whole());
                json.writeBooleanProperty("words", reading.words());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("measures");
            for (Measure measure : Measure.values()) {
                json.writeStartObject();
                json.writeStringProperty("key", measure.key());
                json.writeStringProperty("unit", measure.unit());
                json.writeStringProperty("meaning", measure.meaning());
                json.writeBooleanProperty("yesOrNo", measure.yesOrNo());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("sectors");
            for (Sector sector : Sector.values()) {
                json.writeString(sector.words());
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("whys");
            for (Why why : Why.values()) {
                json.writeString(why.words());
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("phases");
            for (Phase phase : Phase.values()) {
                json.writeStartArray();
                json.writeString(phase.name().toLowerCase(Locale.ROOT));
                json.writeString(phase.duty());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString().replace("<", "\\u003c");
    }

    private static void write(JsonGenerator json, Parameter parameter) {
        json.writeStartObject();
        json.writeStringProperty("key", parameter.key());
        json.writeStringProperty("kind", parameter.kind().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("standard", parameter.defaultValue());
        json.writeNumberProperty("from", parameter.from());
        json.writeNumberProperty("to", parameter.to());
        json.writeStringProperty("scale", parameter.scale().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("unit", parameter.unit());
        json.writeStringProperty("group", parameter.group());
        json.writeStringProperty("known", parameter.basis().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("meaning", parameter.meaning());
        json.writeStringProperty("source", parameter.source());
        json.writeEndObject();
    }

    /** The tables of the worlds that ship, by name of the world, a slash and file name. */
    private static Map<String, String> shipped() {
        Map<String, String> files = new TreeMap<>();
        for (String world : Scenarios.names()) {
            Scenarios.texts(world).forEach((file, text) -> files.put(world + "/" + file, text));
        }
        return files;
    }

    /** A figure of firms that can be edited, and its place among the fields of a firm's line in {@link ScenarioText}. */
    private static <T extends Enum<T> & Trait> void write(JsonGenerator json, String of, T trait) {
        json.writeStartObject();
        json.writeStringProperty("of", of);
        json.writeStringProperty("key", trait.key());
        json.writeNumberProperty("place", ScenarioText.firstTrait(of) + trait.ordinal());
        json.writeNumberProperty("from", trait.from());
        json.writeNumberProperty("to", trait.to());
        json.writeStringProperty("unit", trait.unit());
        json.writeStringProperty("meaning", trait.meaning());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, World rows, boolean own) {
        Scenario world = rows.scenario();
        json.writeStartObject();
        json.writeBooleanProperty("own", own);
        json.writeStringProperty("name", world.name());
        json.writeStringProperty("title", world.title());
        json.writeStringProperty("description", rows.heading("description").orElse(""));
        json.writeNumberProperty("year", world.start().year());
        json.writeNumberProperty("ofYear", world.start().ofYear());
        json.writeObjectPropertyStart("dials");
        world.parameters().forEach((parameter, value) -> json.writeNumberProperty(parameter.key(), value));
        json.writeEndObject();
        json.writeStringProperty("text", ScenarioText.write(world));
        json.writeEndObject();
    }
}
