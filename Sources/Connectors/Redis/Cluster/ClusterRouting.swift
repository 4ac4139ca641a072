/// Decides, for the requests of one call, what goes to which node and what follows from the answers.
///
/// Pure: it knows no socket and no clock. The shell does what ``next(at:)`` says, tells what came of it, and asks again.
/// A request is open until it is answered; requests are sent in rounds, so that none is under way twice.
struct ClusterRouting: Sendable {
    /// How patient it is.
    struct Limits: Sendable {
        /// From when on nothing is tried again.
        var patience: Duration
        /// The first wait; each further one without an answer in between is twice as long.
        var firstWait = Duration.milliseconds(10)
        /// A call is without an answer for up to so much longer than the cluster's failover takes.
        var longestWait = Duration.milliseconds(250)
        /// Rounds of redirections that are followed without a wait in between.
        var promptRedirections = 5
    }

    /// Requests for one connection.
    struct Parcel: Sendable, Equatable {
        let node: ClusterNode
        /// Each request is preceded by `ASKING`.
        var isAsking = false
        /// Goes to a replica, which must have been told `READONLY`.
        var isForReplica = false
        var requests: [Int] = []
    }

    /// What is to be done next.
    enum Action: Sendable, Equatable {
        /// Send these, all at once.
        case send([Parcel])
        /// Ask these nodes, one after the other, who holds which slots.
        case refresh(from: [ClusterNode])
        case wait(Duration)
        case giveUp(ClusterTrouble)
        case done
    }

    /// How often something did not go straight.
    private(set) var counts = ClusterCounts()

    private let slots: [Int]
    private let seeds: [ClusterNode]
    private let readsReplicas: Bool
    private let limits: Limits
    private var map: ClusterMap?
    private var open: Set<Int>
    /// Where requests go once, by `ASK`.
    private var askedAt: [Int: ClusterNode] = [:]
    /// Holders told by `MOVED`: fresher than the map.
    private var movedTo: [Int: ClusterNode] = [:]
    /// Replicas that did not serve.
    private var avoidedReplicas: Set<ClusterNode> = []
    /// Nodes that were lost; they are asked last.
    private var lostNodes: Set<ClusterNode> = []
    private var needsRefresh: Bool
    private var needsWait = false
    private var promptRounds = 0
    private var wait: Duration
    private var trouble: ClusterTrouble?
    private var fatal: ClusterTrouble?

    /// - Parameters:
    ///   - slots: the slot of every request.
    ///   - map: what is known already.
    init(slots: [Int], map: ClusterMap?, seeds: [ClusterNode], readsReplicas: Bool = false, limits: Limits) {
        self.slots = slots
        self.map = map
        self.seeds = seeds
        self.readsReplicas = readsReplicas
        self.limits = limits
        open = Set(slots.indices)
        needsRefresh = map == nil
        wait = limits.firstWait
    }

    /// What is to be done now.
    ///
    /// - Parameter elapsed: how long the call has taken so far.
    mutating func next(at elapsed: Duration) -> Action {
        if let fatal { return .giveUp(fatal) }
        if open.isEmpty { return .done }
        if let trouble, elapsed >= limits.patience { return .giveUp(trouble) }
        if needsWait { return .wait(takeWait(leaving: limits.patience - elapsed)) }
        if needsRefresh {
            needsRefresh = false
            counts.refreshes += 1
            return .refresh(from: candidates)
        }
        let parcels = parcels()
        if !parcels.isEmpty { return .send(parcels) }
        needsWait = true
        needsRefresh = true
        return .wait(takeWait(leaving: limits.patience - elapsed))
    }

    /// A request was answered.
    mutating func answered(_ request: Int) {
        open.remove(request)
        askedAt[request] = nil
        wait = limits.firstWait
    }

    /// A request was refused, for a reason that may be gone when it is sent again.
    mutating func postponed(_ request: Int, _ refusal: ServerRefusal, by parcel: Parcel) {
        askedAt[request] = nil
        trouble = .node(parcel.node, .refused(refusal))
    }

    /// A node would not carry out a request.
    mutating func redirected(_ request: Int, _ redirection: ClusterRedirection, by parcel: Parcel) {
        askedAt[request] = nil
        trouble = .redirected(redirection, by: parcel.node)
        switch redirection {
        case .moved(let slot, let node):
            counts.moved += 1
            movedTo[slot] = node
            if parcel.isForReplica { avoidedReplicas.insert(parcel.node) }
            needsRefresh = true
        case .ask(let node):
            counts.asked += 1
            askedAt[request] = node
        case .tryAgain:
            counts.triedAgain += 1
            needsWait = true
        case .clusterDown, .loading, .readOnly, .masterDown: refused(slots[request], by: parcel)
        }
    }

    /// A round is over: after too many redirections in a row the next one waits.
    mutating func roundEnded() {
        promptRounds += 1
        if promptRounds > limits.promptRedirections, !open.isEmpty { needsWait = true }
    }

    /// The connection to a node broke, or there was none; what of its requests was not answered stays open.
    mutating func lost(_ parcel: Parcel, _ fault: RedisFault) {
        counts.lostNodes += 1
        trouble = .lost(parcel.node, fault)
        for request in parcel.requests { askedAt[request] = nil }
        movedTo = movedTo.filter { $0.value != parcel.node }
        needsRefresh = true
        lostNodes.insert(parcel.node)
        if parcel.isForReplica {
            avoidedReplicas.insert(parcel.node)
        } else {
            needsWait = true
        }
    }

    /// Something that no patience mends.
    mutating func failed(_ trouble: ClusterTrouble) {
        fatal = fatal ?? trouble
    }

    /// A node told who holds which slots. What `MOVED` told stays in force, for it came from a holder.
    mutating func learned(_ map: ClusterMap) {
        self.map = map
        lostNodes.formIntersection(map.nodes)
    }

    /// None of the nodes told who holds which slots.
    mutating func learnedNothing(_ faults: [ClusterNode: RedisFault]) {
        trouble = .silent(faults)
        // A plug that has never known the cluster does not wait for it: the layers above try again.
        if map == nil { failed(.silent(faults)) }
        needsWait = true
        needsRefresh = true
    }

    private mutating func refused(_ slot: Int, by parcel: Parcel) {
        counts.refused += 1
        movedTo[slot] = nil
        needsRefresh = true
        if parcel.isForReplica {
            avoidedReplicas.insert(parcel.node)
        } else {
            needsWait = true
        }
    }

    private mutating func takeWait(leaving left: Duration) -> Duration {
        needsWait = false
        promptRounds = 0
        counts.waits += 1
        defer { wait = min(wait * 2, limits.longestWait) }
        return max(.zero, min(wait, left))
    }

    /// Those that `MOVED` named first, then the known nodes, the lost ones last, then the seeds.
    private var candidates: [ClusterNode] {
        var ordered: [ClusterNode] = []
        var taken: Set<ClusterNode> = []
        let known = (map?.nodes ?? []) + seeds
        let named = Set(movedTo.values).sorted { ($0.host, $0.port) < ($1.host, $1.port) }
        for node in named + known.filter({ !lostNodes.contains($0) }) + known where taken.insert(node).inserted {
            ordered.append(node)
        }
        return ordered
    }

    private mutating func parcels() -> [Parcel] {
        var parcels: [Parcel] = []
        var places: [Destination: Int] = [:]
        for request in open.sorted() {
            guard let destination = destination(of: request) else {
                trouble = .uncovered(slot: slots[request])
                needsWait = true
                needsRefresh = true
                continue
            }
            let place = places[destination] ?? parcels.count
            if place == parcels.count {
                places[destination] = place
                parcels.append(
                    Parcel(
                        node: destination.node, isAsking: destination.isAsking,
                        isForReplica: destination.isForReplica))
            }
            parcels[place].requests.append(request)
        }
        return parcels
    }

    private struct Destination: Hashable {
        let node: ClusterNode
        var isAsking = false
        var isForReplica = false
    }

    private func destination(of request: Int) -> Destination? {
        if let node = askedAt[request] { return Destination(node: node, isAsking: true) }
        let slot = slots[request]
        if let node = movedTo[slot] { return Destination(node: node) }
        guard let shard = map?.shard(of: slot) else { return nil }
        if readsReplicas {
            let replicas = shard.replicas.filter { !avoidedReplicas.contains($0) }
            if !replicas.isEmpty { return Destination(node: replicas[slot % replicas.count], isForReplica: true) }
        }
        return Destination(node: shard.master)
    }
}
