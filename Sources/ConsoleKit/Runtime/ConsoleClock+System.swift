import Glibc
import TextCanvas

extension ConsoleClock {
    /// The clocks of the machine.
    public static let system = ConsoleClock(
        wall: {
            let time = read(CLOCK_REALTIME)
            return WallTime(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
        },
        elapsed: {
            let time = read(CLOCK_MONOTONIC)
            return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
        })

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(clock, &time)
        return time
    }
}
