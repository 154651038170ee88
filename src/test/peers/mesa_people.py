"""The rule of the users as Mesa agents: how long a user-quarter takes there.

    python3 src/test/peers/mesa_people.py [QUIET|BUSY [users [quarters]]]        QUIET 100000 24

Needs Mesa 3 (pip install mesa). One agent a user, called by shuffle_do as in Mesa's own examples. The taste and the ten
vendors are those of greenlight.market.users.Workload, and so is the rule; traits are drawn for each user instead of from 256
kinds, and random numbers come from the model's generator. Prints the time of a user and quarter and the share of active users,
which must be near that of the Java form.
"""

import sys
import time
from math import exp, expm1

from mesa import Agent, Model

VENDORS = 10
LONGEST = 31
TASTES = {
    "QUIET": (0.008, 0.1, 0.15, 3, 0.4, 0.03, 0.6, 2.5),
    "BUSY": (0.05, 0.5, 0.4, 1, 1, 0.1, 1.5, 6),
}
SPREAD, LEAVING, SWITCHING, CHOICE, STAY, PROFESSIONAL, NOVELTY, LIVES_SPREAD, RESTORED, IP = (
    0.5, 0.05, 0.3, 1, 1.5, 4, 3, 0.5, 0.25, 0.3)
BUDGET_SPREAD, CONVERTING, LAPSING = 1, 0.2, 0.45


class Vendor:
    def __init__(self, v, quarter):
        self.open = v < 6 or quarter > 6
        self.quality = 0.6 + 0.05 * v + 0.02 * quarter
        self.charm = NOVELTY * (1 + IP * (0.3 if v % 3 == 0 else 0))
        self.cost = 0.3 + 0.1 * (v % 2)
        self.reach = 2 + 0.3 * v
        self.price = 8 + 2 * v
        self.converting = min(1, CONVERTING * 1.4)
        self.renewed = quarter % 6 == v


class User(Agent):
    def __init__(self, model):
        super().__init__(model)
        rng = model.random
        self.professional = rng.random() < model.professionals
        self.need = PROFESSIONAL if self.professional else 2 * model.need * rng.random()
        self.half_life = model.half_life * exp(LIVES_SPREAD * rng.gauss(0, 1))
        self.budget = model.budget * exp(BUDGET_SPREAD * rng.gauss(0, 1))
        self.susceptibility = model.imitation * exp(SPREAD * rng.gauss(0, 1) - SPREAD**2 / 2)
        self.vendor = None
        self.pays = False
        self.exposure = 0
        self.tried = 0

    def live(self):
        rng = self.model.random
        if self.vendor is None:
            hazard = -expm1(-(self.model.innovation * self.model.hype + self.susceptibility * self.model.share))
            if rng.random() < hazard * (self.model.returning if self.tried else 1):
                self.join(None)
            return
        mine = self.model.vendors[self.vendor]
        if mine.renewed:
            self.exposure = round(self.exposure * (1 - RESTORED))
        left = 0.5 ** (self.exposure / self.half_life)
        utility = self.need * mine.quality + mine.charm * left - mine.cost
        stays = (1 - LEAVING) / (1 + exp(-STAY * (utility - self.model.outside)))
        if mine.open and rng.random() < stays:
            self.exposure = min(self.exposure + 1, LONGEST)
            self.pays = self.budget >= mine.price and rng.random() < (1 - LAPSING if self.pays else mine.converting)
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
        offer = self.model.vendors[v]
        self.pays = self.budget >= offer.price and self.model.random.random() < offer.converting


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
            [exp(CHOICE * (o.reach + need * o.quality + o.charm - o.cost)) if o.open else 0 for o in self.vendors]
            for need in (self.need, PROFESSIONAL)
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
