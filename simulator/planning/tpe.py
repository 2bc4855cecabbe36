"""Where to look next, by Optuna's tree-structured Parzen estimator with a seed of its own."""

from collections.abc import Callable, Iterator, Sequence

import optuna

from simulator.planning.search import Places, Score

#: A choice that may not be made is as bad as can be.
NEVER = float("1e30")
#: Bounds come before cost.
BOUND = 1e9


def sampled(
    sizes: Sequence[int],
    first: Places,
    look: Callable[[Places], Score | None],
    seed: int,
    asks: int,
) -> Iterator[Places]:
    """Up to ``asks`` places, each after what the ones before came to; some come again.

    Source: Bergstra, Bardenet, Bengio and Kegl (2011), Algorithms for hyper-parameter optimization.
    """
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=seed))
    names = [str(part) for part in range(len(sizes))]
    ranges: dict[str, optuna.distributions.BaseDistribution] = {
        name: optuna.distributions.IntDistribution(0, size - 1)
        for name, size in zip(names, sizes, strict=True)
    }
    study.enqueue_trial(dict(zip(names, first, strict=True)))
    for _ in range(asks):
        trial = study.ask(ranges)
        places = tuple(trial.params[name] for name in names)
        yield places
        found = look(places)
        worst = max(0.0, found.violation) * BOUND + found.cost if found else NEVER
        study.tell(trial, worst)
