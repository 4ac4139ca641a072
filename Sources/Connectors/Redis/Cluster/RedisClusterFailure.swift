import FeatureModel
import StorageAPI

/// Turns what went wrong with a cluster into the error that services decide on and people read.
struct RedisClusterFailure: Sendable {
    private let failure: RedisFailure

    /// - Parameter endpoint: the seeds.
    init(store: StoreName?, endpoint: String) {
        failure = RedisFailure(store: store, endpoint: endpoint, connector: RedisClusterConnector.typeName)
    }

    /// Translates a trouble.
    func error(_ trouble: ClusterTrouble, operation: String) -> StoreError {
        let (code, recovery, message) = Self.judge(trouble)
        return failure.error(code, recovery, operation: operation, message: message)
    }

    /// Translates a fault that one of the nodes answered with.
    func error(_ fault: RedisFault, operation: String) -> StoreError {
        failure.error(fault, operation: operation)
    }

    /// Makes an error of this store.
    func error(
        _ code: StoreError.Code, _ recovery: StoreError.Recovery, operation: String, message: String
    ) -> StoreError {
        failure.error(code, recovery, operation: operation, message: message)
    }

    /// The failure of one of the nodes.
    func ofNode(_ node: ClusterNode) -> RedisFailure {
        RedisFailure(store: failure.store, endpoint: node.description, connector: failure.connector)
    }

    private static func judge(_ trouble: ClusterTrouble) -> (StoreError.Code, StoreError.Recovery, String) {
        switch trouble {
        case .silent(let faults):
            let reasons = faults.map { "\($0): \(RedisFailure.judge($1).2)" }.sorted().joined(separator: "; ")
            return (.unavailable, .transient, "none of the cluster's servers tells who holds the keys (\(reasons))")
        case .notClustered(let node):
            return (
                .misconfigured, .permanent, "\(node) is a single server and no part of a cluster; use the type REDIS"
            )
        case .node(let node, let fault):
            let (code, recovery, message) = RedisFailure.judge(fault)
            return (code, recovery, "\(node): \(message)")
        case .lost(let node, let fault):
            return (
                .unavailable, .transient,
                "\(node) stayed lost for cluster_timeout_ms, and no other server took its place: "
                    + RedisFailure.judge(fault).2
            )
        case .redirected(let redirection, let node): return (.unavailable, .transient, sentence(redirection, node))
        case .uncovered(let slot):
            return (.unavailable, .transient, "no server of the cluster holds slot \(slot); look at CLUSTER INFO")
        case .cancelled: return (.cancelled, .permanent, "it was asked to stop")
        case .closed: return (.unavailable, .permanent, "the store was closed before")
        }
    }

    private static func sentence(_ redirection: ClusterRedirection, _ node: ClusterNode) -> String {
        switch redirection {
        case .moved, .ask, .tryAgain:
            "keys kept moving for cluster_timeout_ms, as \(node) says; wait for the resharding"
        case .clusterDown: "\(node) says that the cluster is down; look at CLUSTER INFO and at servers that are gone"
        case .loading: "\(node) is still loading its data; try again shortly"
        case .readOnly: "\(node) is a replica now, and no other server took its place"
        case .masterDown: "\(node) is a replica that has lost its master"
        }
    }
}
