import FeatureModel
import Glibc

/// The clock on the wall.
enum SystemTime {
    /// The present, to the nanosecond as far as the system tells it.
    static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
    }
}
