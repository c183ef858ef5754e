"""What queueing theory says, by itself tested on values that can be worked out by hand."""


def erlang_c(servers: int, offered: float) -> float:
    """The probability of having to wait in M/M/c, for ``offered`` = arrival rate times mean service time.

    By way of Erlang B, whose recursion loses no digits: B(k) = a B(k-1) / (k + a B(k-1)).
    """
    blocked = 1.0
    for busy in range(1, servers + 1):
        blocked = offered * blocked / (busy + offered * blocked)
    load = offered / servers
    return blocked / (1 - load * (1 - blocked))


def mean_wait_in_mmc(servers: int, load: float, service: float) -> float:
    """The mean wait before service, in the unit of the mean service time."""
    return erlang_c(servers, servers * load) * service / (servers * (1 - load))


def mean_wait_in_mg1(load: float, service: float, squared_variation: float) -> float:
    """Pollaczek and Khinchine: the mean wait before one server; variation is standard deviation over mean, squared."""
    return load / (1 - load) * (1 + squared_variation) / 2 * service
