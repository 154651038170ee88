package greenlight.market.world;

import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.scenario.InvestorTrait;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.StudioTrait;
import greenlight.market.scenario.Trait;
import greenlight.market.scenario.VendorTrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of a world, a CSV file each: what a row is, which columns tell rows apart, and what each column is. */
public enum WorldTable {
    SCENARIO(true, 1, "a row for each thing that the world says of itself", scenario()),
    PARAMETERS(false, 1, "a row for each parameter that the world sets otherwise than the defaults", parameters()),
    STUDIOS(true, 1, "a studio at the start", studios()),
    VENDORS(true, 1, "a vendor at the start", vendors()),
    INVESTORS(true, 1, "an investor at the start", investors()),
    STAKES(false, 2, "a share of a vendor that an investor holds at the start", stakes()),
    TIMELINE(false, 4, "something that is scheduled", timeline()),
    SERIES(false, 2, "the value of an outside development in a quarter, each from the first on", series()),
    NEWCOMERS(false, 1, "a name for a start-up that is founded later", newcomers());

    /** Keys of the table {@code scenario}. */
    static final String TITLE = "title";

    static final String FIRST_QUARTER = "first_quarter";
    static final String DESCRIPTION = "description";
    static final String BASED_ON = "based_on";

    private static final double MOST_AMOUNT = 1e12;

    private final boolean needed;
    private final int keys;
    private final String row;

    @SuppressWarnings("ImmutableEnumChecker") // List.copyOf never changes
    private final List<WorldColumn> columns;

    WorldTable(boolean needed, int keys, String row, List<WorldColumn> columns) {
        this.needed = needed;
        this.keys = keys;
        this.row = row;
        List<WorldColumn> all = new ArrayList<>(columns);
        all.add(WorldColumn.text("source", "where the row comes from"));
        this.columns = List.copyOf(all);
    }

    /** Whether a world that is based on no other must have it. */
    public boolean needed() {
        return needed;
    }

    /** What a row is, in a phrase. */
    public String row() {
        return row;
    }

    /** The columns, those first that tell rows apart. */
    public List<WorldColumn> columns() {
        return columns;
    }

    /** The columns that tell rows apart. */
    List<WorldColumn> keys() {
        return columns.subList(0, keys);
    }

    /** The name of the table. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its file. */
    public String file() {
        return key() + ".csv";
    }

    static List<String> files() {
        List<String> files = new ArrayList<>();
        for (WorldTable table : values()) {
            files.add(table.file());
        }
        return files;
    }

    private static List<WorldColumn> scenario() {
        return List.of(
                WorldColumn.word(
                        "key",
                        List.of(TITLE, FIRST_QUARTER, DESCRIPTION, BASED_ON),
                        "title (a line), first_quarter (when it begins), description (a sentence or two) or based_on"
                                + " (the world that it differs from in the rows given; not needed)"),
                WorldColumn.name("value", "the title, the quarter, the description, or the name or path of a world"));
    }

    private static List<WorldColumn> parameters() {
        return List.of(
                WorldColumn.name("parameter", "its key, as ./greenlight params lists it"),
                WorldColumn.name("value", "in the unit and range of the parameter"));
    }

    private static List<WorldColumn> studios() {
        return firms(List.of(), StudioTrait.values());
    }

    private static List<WorldColumn> vendors() {
        List<WorldColumn> columns = new ArrayList<>(firms(
                List.of(
                        WorldColumn.word(
                                "archetype",
                                Archetype.values(),
                                "a lab with an enterprise business, a start-up, or a maker of tools"),
                        WorldColumn.quarter("launch", List.of("live"), "when its product starts; live at the start")),
                VendorTrait.values()));
        columns.add(WorldColumn.word(
                "flagship", List.of("yes", "no"), "whether it is the one vendor that the measures follow"));
        return columns;
    }

    private static List<WorldColumn> investors() {
        return firms(
                List.of(WorldColumn.word("kind", InvestorKind.values(), "what kind of money it places")),
                InvestorTrait.values());
    }

    private static List<WorldColumn> firms(List<WorldColumn> own, Trait[] traits) {
        List<WorldColumn> columns = new ArrayList<>(List.of(
                WorldColumn.name("name", "its name, which no other firm has"),
                WorldColumn.text("stands_for", "whom it stands for")));
        columns.addAll(own);
        for (Trait trait : traits) {
            columns.add(WorldColumn.of(trait));
        }
        return columns;
    }

    private static List<WorldColumn> stakes() {
        return List.of(
                WorldColumn.name("investor", "its name in investors.csv"),
                WorldColumn.name("vendor", "its name in vendors.csv"),
                WorldColumn.number("share", 0, 1, "share", "of the vendor; all shares of a vendor are 1 at most"));
    }

    private static List<WorldColumn> timeline() {
        List<String> kinds = new ArrayList<>();
        for (Scenario.Scheduled.Kind kind : Scenario.Scheduled.Kind.values()) {
            kinds.add(kind.name().toLowerCase(Locale.ROOT));
        }
        return List.of(
                WorldColumn.quarter("quarter", List.of(), "when it happens"),
                WorldColumn.word(
                        "kind",
                        kinds,
                        "a vendor's offer of the headline deal to a studio, attention, progress of outside rivals, a"
                                + " settlement elsewhere, or mere news"),
                WorldColumn.text("who", "who does it; of an offer, a name in vendors.csv"),
                WorldColumn.text("whom", "to whom; of an offer, a name in studios.csv"),
                WorldColumn.number(
                        "amount",
                        -MOST_AMOUNT,
                        MOST_AMOUNT,
                        "by kind",
                        "headline_offer: characters; buzz: attention added to hype; rival_leap: part added to the"
                                + " rivals' capability; precedent: USD; news: 0"),
                WorldColumn.text("headline", "what is printed"));
    }

    private static List<WorldColumn> series() {
        return List.of(
                WorldColumn.word("series", WorldSeries.keys(), "which development"),
                WorldColumn.quarter("quarter", List.of(), "from first_quarter on, without a hole"),
                WorldColumn.number("value", -MOST_AMOUNT, MOST_AMOUNT, "of the series", "the value, in its unit"),
                WorldColumn.text("unit", "of the value: that of the series, or nothing"));
    }

    private static List<WorldColumn> newcomers() {
        return List.of(WorldColumn.name("name", "its name, which no other firm has"));
    }
}
