package greenlight.house;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaConstructorReference;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the market and the rooms under it leave alone, so that the same run has the same bits on every JDK and, compiled
 * to WebAssembly, in a browser. Three looks: at the classes a class knows, at what it calls, and at its byte code.
 *
 * <p>Out of sight: a double that turns into text inside the library ({@code list.toString()}, {@code append(Object)}),
 * and a hash map handed in from another room.
 */
final class BrowserRules {
    /** What of {@code Math} and {@code StrictMath} has one right answer, and no library of its own. */
    private static final Set<String> SAFE_MATH = Set.of(
            "abs",
            "absExact",
            "max",
            "min",
            "sqrt",
            "floor",
            "ceil",
            "round",
            "rint",
            "signum",
            "copySign",
            "clamp",
            "floorDiv",
            "floorMod",
            "ceilDiv",
            "ceilMod",
            "addExact",
            "subtractExact",
            "multiplyExact",
            "negateExact",
            "incrementExact",
            "decrementExact",
            "toIntExact",
            "multiplyFull",
            "multiplyHigh",
            "unsignedMultiplyHigh");

    private static final Set<String> HASHED = Set.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap");

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Clock", "java.time.InstantSource", "java.util.Date", "java.util.Calendar", "java.util.Timer");

    private static final Set<String> DICE =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom", "java.util.UUID");

    /** Of MASON, what links in the browser; with the packages below {@code sim.field}. */
    private static final Set<String> ENGINE = Set.of("sim.engine", "sim.field", "sim.util", "ec.util");

    private static final String EXACT_MATH = "use the project's own Exact";
    private static final String PLAIN_SUM = "add in a plain loop: the library's sum compensates on the JVM only";
    private static final String ORDERED =
            "use a list, an EnumMap, a TreeMap or a LinkedHashMap: its order differs elsewhere";
    private static final String OWN_TEXT = "use Decimal: the digits of a double differ from JDK to JDK";
    private static final String OWN_DICE = "all luck comes from Chance";
    private static final String NO_CLOCK = "the model's time is its quarter";
    private static final String NO_THREADS = "threads are handed in by whoever runs the model";
    private static final String NO_PRINTING = "the model answers, others print";
    private static final String NO_FILES = "files are read and written outside";
    private static final String NO_HASH =
            "a hash of a record, an enum or an object differs from run to run or elsewhere";
    private static final String NOT_LINKED = "it does not link in the browser";

    private BrowserRules() {}

    /** Whether a class must keep the rules. */
    static boolean bind(JavaClass type) {
        String room = House.room(type);
        boolean outside = Set.of("market.model", "market.narrative").contains(room);
        return room.equals("runner.model")
                || type.getName().equals("greenlight.runner.format.Decimal")
                || ((room + ".").startsWith("market.") && !outside);
    }

    /** Every offence of a class, one line each. */
    static Set<String> broken(JavaClass type) {
        Set<String> broken = new TreeSet<>();
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            note(
                    broken,
                    dependency.getDescription(),
                    toClass(type, dependency.getTargetClass().getBaseComponentType()));
        }
        for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
            note(broken, access.getDescription(), toCall(access));
        }
        for (JavaFieldAccess access : type.getFieldAccessesFromSelf()) {
            note(broken, access.getDescription(), toField(access));
        }
        broken.addAll(ByteCode.offences(type));
        return broken;
    }

    private static void note(Set<String> broken, String what, String objection) {
        if (!objection.isEmpty()) {
            broken.add(what + ": " + objection);
        }
    }

    /** What speaks against knowing a class; empty when nothing does. */
    private static String toClass(JavaClass from, JavaClass used) {
        String name = used.getName();
        String place = used.getPackageName();
        if (House.isOurs(used) || used.isPrimitive()) {
            return "";
        }
        if (place.startsWith("java.util.concurrent") || name.matches("java\\.lang\\.(\\w*Thread\\w*|Process\\w*)")) {
            return NO_THREADS;
        }
        if (DICE.contains(name) || place.equals("java.util.random")) {
            return OWN_DICE;
        }
        if (CLOCKS.contains(name)) {
            return NO_CLOCK;
        }
        if (name.equals("java.util.Formatter") || place.startsWith("java.text")) {
            return OWN_TEXT;
        }
        if (name.equals("java.util.DoubleSummaryStatistics")) {
            return PLAIN_SUM;
        }
        if (name.equals("java.io.PrintStream")) {
            return NO_PRINTING;
        }
        if ((place.startsWith("java.io") && !name.equals("java.io.Serializable"))
                || Stream.of("java.nio.file", "java.nio.channels", "java.net").anyMatch(place::startsWith)) {
            return NO_FILES;
        }
        if (place.startsWith("java.awt") || place.startsWith("javax.")) {
            return NOT_LINKED;
        }
        if (place.startsWith("java.")) {
            return "";
        }
        if (ENGINE.contains(place) || place.startsWith("sim.field.")) {
            boolean mayKnow = !House.isOurs(from) || House.room(from).startsWith("market") || !bind(from);
            return mayKnow ? "" : "only the market knows the engine";
        }
        boolean decimal = from.getName().equals("greenlight.runner.format.Decimal")
                && name.equals("tools.jackson.core.io.NumberOutput");
        return decimal ? "" : "the model uses the JDK and MASON's " + new TreeSet<>(ENGINE) + " only";
    }

    /** What speaks against a call or a method reference; empty when nothing does. */
    private static String toCall(JavaCodeUnitAccess<?> access) {
        CodeUnitAccessTarget target = access.getTarget();
        JavaClass type = target.getOwner();
        String owner = type.getName();
        String name = target.getName();
        List<String> takes =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean hashing = access.getOrigin().getName().equals("hashCode");
        if (HASHED.contains(owner)
                && (access instanceof JavaConstructorCall || access instanceof JavaConstructorReference)) {
            return ORDERED;
        }
        if (name.equals("now") && owner.startsWith("java.time.")) {
            return NO_CLOCK;
        }
        if (Set.of("parallel", "parallelStream").contains(name) && owner.startsWith("java.util.")) {
            return NO_THREADS;
        }
        if (name.equals("printStackTrace")) {
            return NO_PRINTING;
        }
        if (name.equals("hashCode")
                && !hashing
                && (type.isRecord() || type.isEnum() || owner.equals("java.lang.Object"))) {
            return NO_HASH;
        }
        if (type.isAssignableTo("sim.engine.SimState")
                && Set.of("doLoop", "readFromCheckpoint", "writeToCheckpoint").contains(name)) {
            return NOT_LINKED;
        }
        return switch (owner) {
            case "java.lang.Math", "java.lang.StrictMath" ->
                name.equals("random") ? OWN_DICE : SAFE_MATH.contains(name) ? "" : EXACT_MATH;
            case "java.util.stream.DoubleStream" ->
                Set.of("sum", "average", "summaryStatistics").contains(name) ? PLAIN_SUM : "";
            case "java.util.stream.Collectors" -> toCollector(name, takes.size());
            case "java.util.Set", "java.util.Map" ->
                Set.of("of", "ofEntries", "copyOf").contains(name) ? ORDERED : "";
            case "java.util.Collections" -> name.equals("shuffle") ? OWN_DICE : "";
            case "java.util.Arrays" ->
                name.startsWith("parallel")
                        ? NO_THREADS
                        : name.equals("toString") && takes.contains(double[].class.getName()) ? OWN_TEXT : "";
            case "java.util.Objects" -> Set.of("hash", "hashCode").contains(name) && !hashing ? NO_HASH : "";
            case "java.lang.System" ->
                switch (name) {
                    case "currentTimeMillis", "nanoTime" -> NO_CLOCK;
                    case "identityHashCode" -> NO_HASH;
                    default -> "";
                };
            case "java.lang.String" ->
                Set.of("format", "formatted").contains(name) || (name.equals("valueOf") && takes.contains("double"))
                        ? OWN_TEXT
                        : "";
            case "java.lang.Double" -> Set.of("toString", "toHexString").contains(name) ? OWN_TEXT : "";
            case "java.lang.StringBuilder", "java.lang.StringBuffer" ->
                Set.of("append", "insert").contains(name) && takes.contains("double") ? OWN_TEXT : "";
            case "ec.util.MersenneTwisterFast" -> access instanceof JavaConstructorCall ? "" : OWN_DICE;
            default -> "";
        };
    }

    /** A collector that gathers into a hash map or set of its own choice, or adds doubles. */
    private static String toCollector(String name, int arguments) {
        return switch (name) {
            case "summingDouble", "averagingDouble", "summarizingDouble" -> PLAIN_SUM;
            case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" -> ORDERED;
            case "toMap" -> arguments < 4 ? ORDERED : "";
            case "groupingBy" -> arguments < 3 ? ORDERED : "";
            case "toConcurrentMap", "groupingByConcurrent" -> NO_THREADS;
            default -> "";
        };
    }

    private static String toField(JavaFieldAccess access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        if (owner.getName().equals("java.lang.System")) {
            return NO_PRINTING;
        }
        if (name.equals("random")
                && owner.isAssignableTo("sim.engine.SimState")
                && access.getAccessType() == JavaFieldAccess.AccessType.GET) {
            return OWN_DICE;
        }
        return "";
    }
}
