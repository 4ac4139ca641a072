/// How often a cluster did not answer at once.
struct ClusterCounts: Sendable, Equatable {
    /// Requests answered by `MOVED`.
    var moved = 0
    /// Requests answered by `ASK`.
    var asked = 0
    /// Requests answered by `TRYAGAIN`.
    var triedAgain = 0
    /// Requests answered by `CLUSTERDOWN`, `LOADING`, `READONLY` or `MASTERDOWN`.
    var refused = 0
    /// Conversations in which a node was lost.
    var lostNodes = 0
    /// How often the slots' holders were asked for.
    var refreshes = 0
    /// How often a call waited before it went on.
    var waits = 0

    static func += (sum: inout ClusterCounts, more: ClusterCounts) {
        sum.moved += more.moved
        sum.asked += more.asked
        sum.triedAgain += more.triedAgain
        sum.refused += more.refused
        sum.lostNodes += more.lostNodes
        sum.refreshes += more.refreshes
        sum.waits += more.waits
    }
}
