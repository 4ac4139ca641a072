/// Why a call to a cluster is given up. ``RedisClusterFailure`` translates.
enum ClusterTrouble: Error, Equatable, Sendable {
    /// Nobody who was asked tells who holds which slots; with each one's reason.
    case silent([ClusterNode: RedisFault])
    /// The node is a server without a cluster.
    case notClustered(ClusterNode)
    /// A fault of one node that waiting does not mend.
    case node(ClusterNode, RedisFault)
    /// A node stayed lost.
    case lost(ClusterNode, RedisFault)
    /// Nodes kept saying "not here" or "not now".
    case redirected(ClusterRedirection, by: ClusterNode)
    /// Nobody holds a slot.
    case uncovered(slot: Int)
    /// The task was cancelled.
    case cancelled
    /// The plug was closed before.
    case closed
}
