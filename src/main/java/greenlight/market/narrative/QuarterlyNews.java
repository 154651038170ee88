package greenlight.market.narrative;

import greenlight.market.Market;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.record.Event;
import greenlight.market.record.Event.Kind;
import greenlight.market.record.Headline;
import greenlight.market.scenario.Scenario;
import greenlight.runner.format.Text;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The events of a run as a newspaper reports them: a dateline each quarter, what concerns the flagship first, routine
 * folded into a line of each sort. The CSV file keeps them all.
 */
public final class QuarterlyNews {
    private static final String PLAIN = "  - ";
    private static final String MARKED = "  * ";

    /** Of the flagship these make the front page; of others, a line. */
    private static final Set<Kind> FRONT = EnumSet.of(
            Kind.LAUNCH,
            Kind.OFFER,
            Kind.REFUSAL,
            Kind.SIGNING,
            Kind.PILOT_PASSED,
            Kind.PILOT_FAILED,
            Kind.TRANCHE,
            Kind.RENEWAL,
            Kind.RENEGOTIATION,
            Kind.COMPLETION,
            Kind.TERMINATION,
            Kind.VOIDING,
            Kind.SHUTDOWN,
            Kind.PIVOT,
            Kind.INSOLVENCY,
            Kind.ACQUISITION);

    private final Market market;
    private final UnaryOperator<String> emphasis;
    private final int width;

    /** The vendors that the measures follow. */
    private final Set<String> flagships = new LinkedHashSet<>();

    private final Set<String> studios = new LinkedHashSet<>();

    /**
     * The news of a run.
     *
     * @param emphasis how a line of the front page is set off, such as in bold
     * @param width characters of a line
     */
    public QuarterlyNews(Market market, UnaryOperator<String> emphasis, int width) {
        this.market = market;
        this.emphasis = emphasis;
        this.width = width;
        for (Scenario.VendorOpening vendor : market.scenario().vendors()) {
            if (vendor.flagship()) {
                flagships.add(vendor.name());
            }
        }
        market.scenario().studios().forEach(studio -> studios.add(studio.name()));
    }

    public void print(PrintStream out) {
        if (!flagships.isEmpty()) {
            out.println(Text.hung(
                    "",
                    "(A * marks what becomes of " + EventText.list(List.copyOf(flagships))
                            + " and its deals; events.csv has every event with its figures.)",
                    width));
            out.println();
        }
        Map<Integer, List<Event>> quarters = new LinkedHashMap<>();
        Map<Integer, Row> readings = new LinkedHashMap<>();
        for (Row row : market.rows()) {
            if (row.kind().equals("market")) {
                readings.put(row.quarter(), row);
                quarters.put(row.quarter(), new ArrayList<>());
            }
        }
        market.events().forEach(event -> quarters.get(event.quarter()).add(event));
        quarters.forEach((quarter, events) -> {
            out.println(dateline(readings.get(quarter)));
            lines(events).forEach(line -> out.println(line));
        });
    }

    private static String dateline(Row row) {
        double people = row.get(Reading.ACTIVE_USERS);
        double platforms = row.get(Reading.PLATFORMS);
        return row.label() + "  "
                + (people == 0
                        ? "no one uses a video platform"
                        : Text.scaled(people) + " people on " + Text.count((long) platforms, "video platform"));
    }

    private List<String> lines(List<Event> events) {
        List<String> front = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<Event> routine = new ArrayList<>();
        List<Event> court = new ArrayList<>();
        for (Event event : events) {
            boolean marked = isFront(event);
            if (event.kind() == Kind.OFFER && isSigned(event, events)) {
                continue; // the signing says it all
            }
            if (!marked && isRoutine(event.kind())) {
                routine.add(event);
            } else if (isCourt(event.kind())) {
                court.add(event);
            } else if (event.kind() != Kind.PIVOT || !isClosed(event, events)) {
                String line = Text.hung(marked ? MARKED : PLAIN, sentence(event, events) + ".", width);
                (marked ? front : lines).add(marked ? emphasis.apply(line) : line);
            }
        }
        front.addAll(lines);
        paragraph("In court: ", court, front);
        paragraph("In brief: ", routine, front);
        return front.isEmpty() ? List.of(PLAIN + "A quiet quarter.") : front;
    }

    private boolean isFront(Event event) {
        return FRONT.contains(event.kind()) && (flagships.contains(event.who()) || flagships.contains(event.whom()));
    }

    private static boolean isRoutine(Kind kind) {
        return switch (kind) {
            case OFFER, REFUSAL, STRATEGY, RATIONING, GENERATION -> true;
            default -> false;
        };
    }

    private static boolean isCourt(Kind kind) {
        return switch (kind) {
            case SUIT, DISMISSAL, SETTLEMENT, JUDGMENT, FINE -> true;
            default -> false;
        };
    }

    private static boolean isSigned(Event offer, List<Event> events) {
        return events.stream()
                .anyMatch(event -> event.kind() == Kind.SIGNING
                        && event.who().equals(offer.whom())
                        && event.whom().equals(offer.who()));
    }

    private static boolean isClosed(Event pivot, List<Event> events) {
        return events.stream()
                .anyMatch(event -> event.kind() == Kind.SHUTDOWN && event.who().equals(pivot.who()));
    }

    /** An event, and what a vendor that closes its platform turns to. */
    private static String sentence(Event event, List<Event> events) {
        StringBuilder sentence = new StringBuilder(EventText.sentence(event));
        if (event.kind() == Kind.SHUTDOWN) {
            events.stream()
                    .filter(other -> other.kind() == Kind.PIVOT && other.who().equals(event.who()))
                    .forEach(pivot -> sentence.append(". It ").append(pivot.cause()));
        }
        return sentence.toString();
    }

    /** Small news in one paragraph, like with like. */
    private void paragraph(String heading, List<Event> events, List<String> lines) {
        List<String> sentences = new ArrayList<>();
        List<Event> rest = new ArrayList<>(events);
        while (!rest.isEmpty()) {
            Event event = rest.get(0);
            List<Event> alike =
                    rest.stream().filter(other -> isAlike(event, other)).toList();
            rest.removeAll(alike);
            sentences.add(folded(alike) + ".");
        }
        if (!sentences.isEmpty()) {
            lines.add(Text.hung(PLAIN, heading + String.join(" ", sentences), width));
        }
    }

    /** Whether two pieces of small news go into one sentence. */
    private static boolean isAlike(Event one, Event other) {
        return switch (one.kind()) {
            case OFFER, REFUSAL -> other.kind() == Kind.OFFER || other.kind() == Kind.REFUSAL;
            case SUIT, STRATEGY ->
                one.kind() == other.kind() && Headline.subject(one).equals(Headline.subject(other));
            case RATIONING, GENERATION -> one.kind() == other.kind();
            default -> one.equals(other);
        };
    }

    private String folded(List<Event> alike) {
        Event first = alike.get(0);
        List<String> who = alike.stream().map(Event::who).distinct().toList();
        return switch (first.kind()) {
            case GENERATION ->
                who.size() == 1 ? EventText.sentence(first) : "New models come out at " + EventText.list(who);
            case RATIONING ->
                EventText.list(who) + (who.size() == 1 ? " rations" : " ration") + " clips for lack of GPUs";
            case STRATEGY ->
                who.size() == 1
                        ? EventText.sentence(first)
                        : EventText.list(who) + " " + plural(Headline.subject(first));
            case OFFER, REFUSAL -> "No deal: " + talks(alike);
            case SUIT -> suits(alike);
            default -> EventText.sentence(first);
        };
    }

    private static String suits(List<Event> alike) {
        Map<String, List<String>> sued = new LinkedHashMap<>();
        alike.forEach(suit ->
                sued.computeIfAbsent(suit.who(), who -> new ArrayList<>()).add(suit.whom()));
        List<String> clauses = new ArrayList<>();
        sued.forEach((who, whom) -> clauses.add(who + Headline.verb(who, " sue") + " "
                + EventText.list(whom.stream().distinct().toList())));
        return Headline.capital(String.join("; ", clauses)) + " over " + Headline.subject(alike.get(0));
    }

    /** Offers and refusals, by studio; who said no, and why, is in the CSV file. */
    private String talks(List<Event> alike) {
        Map<String, List<String>> talks = new LinkedHashMap<>();
        for (Event event : alike) {
            boolean studio = studios.contains(event.who());
            talks.computeIfAbsent(studio ? event.who() : event.whom(), who -> new ArrayList<>())
                    .add(studio ? event.whom() : event.who());
        }
        List<String> clauses = new ArrayList<>();
        talks.forEach((studio, vendors) -> clauses.add(
                studio + " with " + EventText.list(vendors.stream().distinct().toList())));
        return String.join("; ", clauses);
    }

    /** Of words that begin with a verb: {@code buys tools} becomes {@code buy tools}. */
    private static String plural(String words) {
        return words.replaceFirst("^does ", "do ").replaceFirst("^(\\w+)s ", "$1 ");
    }
}
