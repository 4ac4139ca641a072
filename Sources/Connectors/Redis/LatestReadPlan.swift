import StorageAPI
import Synchronization

/// Keeps the plan of the latest read: most callers ask for the same features again and again.
final class LatestReadPlan: Sendable {
    private let plan = Mutex<RedisReadPlan?>(nil)

    /// The plan for a request.
    func plan(for request: OnlineRequest) -> RedisReadPlan {
        if let latest = plan.withLock(\.self), latest.serves(request) { return latest }
        let made = RedisReadPlan(request)
        plan.withLock { $0 = made }
        return made
    }
}
