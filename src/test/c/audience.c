/*
 * The rule of greenlight.market.users.UserRule over the same columns, in C: how fast the machine is at it.
 *
 *     audience tables threads
 *
 * Reads what KernelTables wrote (all numbers little-endian): the seed, the number of users and of quarters, the odds
 * that a newborn is a professional, the longest exposure, the budgets and the misuse of the kinds of people; then for
 * each quarter its number of vendors, its odds and rows, and for each of its months the newcomers' odds of moving.
 * Prints the time per user and quarter of two forms, and a checksum over all counts, the same as that of the Java form:
 *
 *   plain   one user after the other, as in Java
 *   split   a loop without branches over a thousand users that lists those who move or change tier, then these
 *
 * Built twice, for any x86-64 and for the machine at hand, where the compiler turns the loop of the second form into
 * vectors of whatever width it likes.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define GOLDEN 0x9e3779b97f4a7c15ULL
#define FIRST 0xbf58476d1ce4e5b9ULL
#define SECOND 0x94d049bb133111ebULL
#define FURTHER (1ULL << 40)
#define BLOCK 65536
#define CHUNK 1024
#define PLACES 64
#define KINDS 256
#define MONTHS 3 /* in a quarter */
#define EXPOSURE_BITS 6
#define EXPOSURE 63
#define ROW 4095
#define TIER 127
#define PAID 4096
#define CASUALS 192
#define MOST_VENDORS 62

typedef struct { uint64_t place, twist; } Stream;

typedef struct {
    int32_t vendors, switching;
    int32_t *moving, *paying, *choosing;
    int32_t *staying; /* wider than it need be: no machine gathers 16 bits at a time */
    int32_t *newcomers; /* by month: the first row of moving */
    Stream months[MONTHS], stream;
} Season;

typedef struct {
    int64_t free[MOST_VENDORS], paid[MOST_VENDORS], left[MOST_VENDORS], adopted[MOST_VENDORS], switched[MOST_VENDORS],
            converted[MOST_VENDORS], misuse[MOST_VENDORS], misuseMonths[MOST_VENDORS], budget[MOST_VENDORS];
} Tally;

static int64_t seed, users, quarters, longest, budgetCents[KINDS], misuse[KINDS];
static int32_t professionalOdds;
static uint8_t *kinds;
static uint16_t *states;

static inline uint64_t mix(uint64_t counter, uint64_t twist) {
    uint64_t z = (counter ^ (counter >> 30)) * FIRST + twist;
    z = (z ^ (z >> 27)) * SECOND;
    return z ^ (z >> 31);
}

static inline uint64_t bits(Stream stream, uint64_t who) { return mix(who * GOLDEN + stream.place, stream.twist); }

static Stream draws(const char *purpose, int when) {
    uint64_t key = 0xcbf29ce484222325ULL;
    for (const char *c = purpose; *c; c++) key = (key ^ (uint8_t) *c) * 0x100000001b3ULL;
    key = mix(mix(mix((uint64_t) seed + GOLDEN, 0) ^ key, 0) + (uint64_t) when * GOLDEN, 0);
    return (Stream) {mix(key + GOLDEN, 0), mix(key - GOLDEN, 0)};
}

static inline int32_t ticket(uint64_t bits) { return (int32_t) (bits >> 33); }
static inline int32_t otherTicket(uint64_t bits) { return (int32_t) (bits & 0x7fffffff); }

static uint8_t born(Stream birth, uint64_t user) {
    int professional = ticket(bits(birth, user + FURTHER)) <= professionalOdds;
    uint64_t n = professional ? 64 : 192, both = bits(birth, user);
    uint64_t a = ((both >> 32) * n) >> 32, b = ((both & 0xffffffff) * n) >> 32;
    return (uint8_t) ((professional ? CASUALS : 0) + (a < b ? a : b));
}

static int longer(int exposure) { return exposure < longest ? exposure + 1 : (int) longest; }

static int move(const Season *s, uint64_t user, int kind, int state, int32_t money) {
    uint64_t more = bits(s->stream, user + FURTHER);
    int place = (state & ROW) >> EXPOSURE_BITS, exposure = state & EXPOSURE, vendor = -1;
    if (place < 2 || otherTicket(more) <= s->switching) {
        const int32_t *odds = s->choosing + ((kind >= CASUALS ? s->vendors + 2 : 0) + place) * s->vendors;
        int32_t choice = ticket(more);
        for (int v = 0; v < s->vendors; v++)
            if (choice <= odds[v]) {
                vendor = v;
                break;
            }
    }
    if (vendor < 0) return 1 << EXPOSURE_BITS | exposure;
    int to = vendor + 2;
    int pays = money <= s->paying[to << 8 | kind] ? PAID : 0;
    return to << EXPOSURE_BITS | longer(exposure) | pays;
}

static inline int stay(const Season *s, int kind, int state, int32_t money) {
    int pays = money <= s->paying[(state >> EXPOSURE_BITS & TIER) << 8 | kind] ? PAID : 0;
    return s->staying[state & ROW] | pays;
}

static void stock(Tally *t, int vendor, int pays, int kind, int change) {
    t->misuse[vendor] += change * misuse[kind];
    if (pays) {
        t->paid[vendor] += change;
        t->budget[vendor] += change * budgetCents[kind];
    } else {
        t->free[vendor] += change;
    }
}

static void count(Tally *t, int before, int after, int kind) {
    int paidBefore = before & PAID, pays = after & PAID;
    int from = ((before & ROW) >> EXPOSURE_BITS) - 2, to = ((after & ROW) >> EXPOSURE_BITS) - 2;
    if (from >= 0) stock(t, from, paidBefore, kind, -1);
    if (to >= 0) stock(t, to, pays, kind, 1);
    if (from != to && from >= 0) t->left[from]++;
    if (from != to && to >= 0) (from < 0 ? t->adopted : t->switched)[to]++;
    if (pays && !(paidBefore && from == to)) t->converted[to]++;
}

static void plain(const Season *s, int64_t first, int64_t end, Tally *t) {
    for (int64_t user = first; user < end; user++) {
        int kind = kinds[user], before = states[user], after;
        uint64_t draw = bits(s->stream, user);
        if (ticket(draw) <= s->moving[(before & ROW) << 8 | kind])
            after = move(s, user, kind, before, otherTicket(draw));
        else
            after = stay(s, kind, before, otherTicket(draw));
        states[user] = (uint16_t) after;
        if ((before ^ after) >> EXPOSURE_BITS) count(t, before, after, kind);
    }
}

/* what everybody would do who does not move, and whether anything beyond that happens */
static void chunk(const Season *restrict s, int64_t first, int n, const uint8_t *restrict kind,
        const uint16_t *restrict before, uint32_t *restrict after, uint32_t *restrict event, uint32_t *restrict money) {
    const int32_t *restrict moving = s->moving, *restrict paying = s->paying;
    const int32_t *restrict staying = s->staying;
    Stream stream = s->stream;
    for (int i = 0; i < n; i++) {
        uint64_t both = bits(stream, first + i);
        uint32_t k = kind[i], state = before[i];
        uint32_t m = both & 0x7fffffff;
        uint32_t pays = (int32_t) m <= paying[(state >> EXPOSURE_BITS & TIER) << 8 | k] ? PAID : 0;
        uint32_t row = state & ROW;
        uint32_t then = (uint32_t) staying[row] | pays;
        event[i] = ((int32_t) (both >> 33) <= moving[row << 8 | k]) * 2 + ((state ^ then) / PAID & 1);
        after[i] = then;
        money[i] = m;
    }
}

static void split(const Season *s, int64_t first, int64_t end, Tally *t) {
    uint32_t after[CHUNK], event[CHUNK], money[CHUNK];
    int list[CHUNK];
    for (int64_t from = first; from < end; from += CHUNK) {
        int n = end - from < CHUNK ? (int) (end - from) : CHUNK, listed = 0;
        chunk(s, from, n, kinds + from, states + from, after, event, money);
        for (int i = 0; i < n; i++) {
            list[listed] = i;
            listed += event[i] != 0;
        }
        for (int j = 0; j < listed; j++) {
            int i = list[j], kind = kinds[from + i], before = states[from + i];
            if (event[i] >= 2) after[i] = move(s, from + i, kind, before, money[i]);
            count(t, before, after[i], kind);
        }
        for (int i = 0; i < n; i++) states[from + i] = (uint16_t) after[i];
    }
}

typedef struct {
    const Season *season;
    void (*form)(const Season *, int64_t, int64_t, Tally *);
    int64_t first, end;
    Tally tally;
} Work;

static void *work(void *argument) {
    Work *w = argument;
    memset(&w->tally, 0, sizeof w->tally);
    for (int64_t first = w->first; first < w->end; first += BLOCK)
        w->form(w->season, first, first + BLOCK < w->end ? first + BLOCK : w->end, &w->tally);
    return 0;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void month(void (*form)(const Season *, int64_t, int64_t, Tally *), const Season *season, int threads, Tally *total) {
    Work w[64];
    pthread_t thread[64];
    w[0].first = w[0].end = 0;
    int64_t part = (users / threads + BLOCK - 1) / BLOCK * BLOCK;
    for (int i = 0; i < threads; i++) {
        int64_t first = i * part < users ? i * part : users;
        w[i] = (Work) {season, form, first, i == threads - 1 || first + part > users ? users : first + part, *total};
        if (i) pthread_create(&thread[i], 0, work, &w[i]);
    }
    work(&w[0]);
    for (int i = 0; i < threads; i++) {
        if (i) pthread_join(thread[i], 0);
        for (size_t j = 0; j < sizeof *total / sizeof(int64_t); j++)
            ((int64_t *) total)[j] += ((int64_t *) &w[i].tally)[j];
    }
    for (int v = 0; v < season->vendors; v++) total->misuseMonths[v] += total->misuse[v];
}

static void live(const char *name, void (*form)(const Season *, int64_t, int64_t, Tally *), Season *seasons, int threads) {
    Tally total = {0};
    uint64_t checksum = 0;
    memset(states, 0, users * sizeof *states);
    double began = now();
    for (int q = 0; q < quarters; q++) {
        memset(total.left, 0, sizeof total.left);
        memset(total.adopted, 0, sizeof total.adopted);
        memset(total.switched, 0, sizeof total.switched);
        memset(total.converted, 0, sizeof total.converted);
        memset(total.misuseMonths, 0, sizeof total.misuseMonths);
        for (int m = 0; m < MONTHS; m++) {
            seasons[q].stream = seasons[q].months[m];
            memcpy(seasons[q].moving, seasons[q].newcomers + m * KINDS, KINDS * sizeof *seasons[q].moving);
            month(form, seasons + q, threads, &total);
        }
        for (int v = 0; v < seasons[q].vendors; v++) {
            int64_t of[] = {total.free[v], total.paid[v], total.left[v], total.adopted[v], total.switched[v],
                total.converted[v], total.misuseMonths[v]};
            for (size_t j = 0; j < sizeof of / sizeof *of; j++) checksum = (checksum ^ (uint64_t) of[j]) * 0x100000001b3ULL;
        }
    }
    printf("%-6s %d threads %7.3f ns a user and quarter, checksum %016llx\n", name, threads,
            (now() - began) * 1e9 / users / quarters, (unsigned long long) checksum);
}

static void *get(FILE *in, size_t size, size_t n) {
    void *to = malloc(size * n + 64);
    if (!to || fread(to, size, n, in) != n) {
        fprintf(stderr, "The tables end too early.\n");
        exit(1);
    }
    return to;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: audience tables threads\n");
        return 2;
    }
    FILE *in = fopen(argv[1], "rb");
    if (!in) {
        fprintf(stderr, "There are no tables %s.\n", argv[1]);
        return 1;
    }
    int64_t *head = get(in, 8, 5);
    seed = head[0], users = head[1], quarters = head[2], professionalOdds = (int32_t) head[3], longest = head[4];
    memcpy(budgetCents, get(in, 8, KINDS), sizeof budgetCents);
    memcpy(misuse, get(in, 8, KINDS), sizeof misuse);
    Season *seasons = calloc(quarters, sizeof *seasons);
    for (int q = 0; q < quarters; q++) {
        Season *s = seasons + q;
        int32_t *sizes = get(in, 4, 2);
        s->vendors = sizes[0], s->switching = sizes[1];
        size_t rows = (size_t) (s->vendors + 2) << EXPOSURE_BITS;
        s->moving = get(in, 4, rows * KINDS);
        s->paying = get(in, 4, 2 * PLACES * KINDS);
        s->choosing = get(in, 4, 2 * (size_t) (s->vendors + 2) * s->vendors);
        uint16_t *staying = get(in, 2, rows);
        s->staying = malloc(rows * sizeof *s->staying);
        for (size_t row = 0; row < rows; row++) s->staying[row] = staying[row];
        free(staying);
        s->newcomers = get(in, 4, MONTHS * KINDS);
        for (int m = 0; m < MONTHS; m++) s->months[m] = draws("USERS", q * MONTHS + m);
    }
    kinds = malloc(users), states = malloc(users * sizeof *states);
    Stream birth = draws("TRAITS", 0);
    for (int64_t user = 0; user < users; user++) kinds[user] = born(birth, user);
    int threads = atoi(argv[2]);
    for (int round = 0; round < 5; round++) {
        live("plain", plain, seasons, threads);
        live("split", split, seasons, threads);
    }
    return 0;
}
