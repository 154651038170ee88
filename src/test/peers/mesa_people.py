"""The rule of the users of version 0.5.0, who lived in quarters, as Mesa agents: how long a user-quarter takes there.

    python3 src/test/peers/mesa_people.py [QUIET|BUSY [users [quarters]]]        QUIET 100000 24

Needs Mesa 3 (pip install mesa). One agent a user, called by shuffle_do as in Mesa's own examples. The taste and the ten
vendors are those of greenlight.market.users.Workload; traits are drawn for each user instead of from 256
kinds, and random numbers come from the model's generator. Prints the time of a user and quarter and the share of active users,
which must be near that of the Java form.
"""

import sys
import time
from math import erfc, exp, expm1, log, sqrt

from mesa import Agent, Model

VENDORS = 10
LONGEST = 31
TASTES = {
    "QUIET": (0.008, 0.1, 0.15, 1, 0.4, 0.03, 0.6, 2.5),
    "BUSY": (0.05, 0.5, 0.4, 1, 1, 0.1, 1.5, 40),
}
LEAVING, SWITCHING, CHOICE, STAY, PROFESSIONAL, NOVELTY, LIVES_SPREAD, RESTORED, IP = (
    0.05, 0.3, 1, 1.5, 4, 3, 0.5, 0.25, 0.3)
BUDGET_SPREAD, PROFESSIONAL_BUDGET, CONVERTING, LAPSING, SEARCH = 1, 90, 0.2, 0.45, 0.1
WISHES, TAIL, PREMIUM, QUOTA, PLAN, OPEN = (12, 60), 2.5, 0.3, 30, 150, 0.2


def met(wishes, quota):
    return 1 - (1 + quota / (wishes * (TAIL - 1))) ** (1 - TAIL)


class Vendor:
    def __init__(self, v, quarter):
        self.open = v < 6 or quarter > 6
        self.quality = 0.6 + 0.05 * v + 0.02 * quarter
        self.charm = NOVELTY * (1 + IP * (0.3 if v % 3 == 0 else 0))
        self.cost = 0.3 + 0.1 * (v % 2)
        self.reach = 2 + 0.3 * v
        self.price = 8 + 2 * v
        self.renewed = quarter % 6 == v
        # of casual users and of professionals
        self.free = [(1 - PREMIUM) * met(wishes, QUOTA) for wishes in WISHES]
        self.paid = [met(wishes, PLAN) for wishes in WISHES]
        self.least = [self.price / (p - f) / self.quality for f, p in zip(self.free, self.paid)]

    def worth(self, need, part, left):
        return part * (need * self.quality + self.charm * left) - self.cost

    def weight(self, kind, need, median):
        """How strongly it draws a class: between its plans, as many pay as can."""
        able = erfc(log(self.least[kind] / median) / BUDGET_SPREAD / sqrt(2)) / 2
        part = (1 - able) * self.free[kind] + able * self.paid[kind]
        return exp(CHOICE * (self.reach + self.worth(need, part, 1)))


class User(Agent):
    def __init__(self, model):
        super().__init__(model)
        rng = model.random
        self.professional = rng.random() < model.professionals
        self.need = PROFESSIONAL if self.professional else 2 * model.need * rng.random()
        self.half_life = model.half_life * exp(LIVES_SPREAD * rng.gauss(0, 1))
        median = PROFESSIONAL_BUDGET if self.professional else model.budget
        self.budget = median * exp(BUDGET_SPREAD * rng.gauss(0, 1))
        self.vendor = None
        self.pays = False
        self.exposure = 0
        self.tried = 0

    def can_pay(self, offer):
        return self.budget >= offer.least[self.professional]

    def utility(self, offer):
        left = 0.5 ** (self.exposure / self.half_life)
        if offer.renewed:
            left += RESTORED * (1 - left)
        part = offer.paid if self.can_pay(offer) else offer.free
        return offer.worth(self.need, part[self.professional], left)

    def beats(self, utility):
        """The chance that it beats what is free elsewhere."""
        return 1 / (1 + exp(-STAY * (utility - self.model.outside - self.need * OPEN)))

    def live(self):
        model, rng = self.model, self.model.random
        if self.vendor is None:
            hazard = model.returning
            if not self.tried:
                hazard = -expm1(-(SEARCH * self.professional + model.innovation * model.hype + model.imitation * model.share))
            if rng.random() < hazard * self.beats(max(self.utility(offer) for offer in model.vendors if offer.open)):
                self.join(None)
            return
        mine = model.vendors[self.vendor]
        if mine.open and rng.random() < (1 - LEAVING) * self.beats(self.utility(mine)):
            self.exposure = min(self.exposure + 1, LONGEST)
            self.pays = self.can_pay(mine) and rng.random() < (1 - LAPSING if self.pays else CONVERTING)
        elif rng.random() < SWITCHING:
            self.join(self.vendor)
        else:
            self.vendor = None
            self.pays = False

    def join(self, left):
        weights = self.model.weights[self.professional]
        ticket = self.model.random.random() * (sum(weights) - (weights[left] if left is not None else 0))
        for v, weight in enumerate(weights):
            if v != left:
                ticket -= weight
                if ticket < 0:
                    break
        self.vendor = v
        self.exposure = min(self.exposure + 1, LONGEST)
        self.tried = min(self.tried + 1, 15)
        self.pays = self.can_pay(self.model.vendors[v]) and self.model.random.random() < CONVERTING


class People(Model):
    def __init__(self, workload, users):
        super().__init__(seed=7)
        (self.innovation, self.imitation, self.returning, self.outside, self.need, self.professionals,
         self.half_life, self.budget) = TASTES[workload]
        self.users = users
        self.share = 0
        for _ in range(users):
            User(self)

    def quarter(self, quarter):
        self.hype = 8 if quarter == 0 else 1.5
        self.vendors = [Vendor(v, quarter) for v in range(VENDORS)]
        self.weights = [
            [offer.weight(kind, need, median) if offer.open else 0 for offer in self.vendors]
            for kind, (need, median) in enumerate([(self.need, self.budget), (PROFESSIONAL, PROFESSIONAL_BUDGET)])
        ]
        self.agents.shuffle_do("live")
        self.share = sum(user.vendor is not None for user in self.agents) / self.users


def main():
    workload = sys.argv[1] if len(sys.argv) > 1 else "QUIET"
    users = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    quarters = int(sys.argv[3]) if len(sys.argv) > 3 else 24
    people = People(workload, users)
    wall, cpu = time.perf_counter(), time.process_time()
    for quarter in range(quarters):
        people.quarter(quarter)
    each = 1e9 / users / quarters
    print(f"{workload}, {users:,} users, {quarters} quarters: {(time.perf_counter() - wall) * each:.0f} ns a user and"
          f" quarter ({(time.process_time() - cpu) * each:.0f} of the processor), {people.share:.4f} active")


if __name__ == "__main__":
    main()
