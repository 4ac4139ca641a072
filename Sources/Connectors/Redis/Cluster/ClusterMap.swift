/// Which nodes hold which slots, as one node told it.
struct ClusterMap: Sendable, Equatable {
    /// A master and its replicas.
    struct Shard: Sendable, Equatable {
        let master: ClusterNode
        let replicas: [ClusterNode]
        /// How many slots it holds.
        fileprivate(set) var slotCount = 0

        init(master: ClusterNode, replicas: [ClusterNode]) {
            self.master = master
            self.replicas = replicas
        }
    }

    private(set) var shards: [Shard] = []
    /// For every slot its shard's place in ``shards``; -1 where nobody holds it.
    private var owners = [Int16](repeating: -1, count: ClusterSlot.count)

    /// Adds a shard with the slots it holds; slots outside of the cluster's are passed over.
    mutating func add(_ shard: Shard, slots: [ClosedRange<Int>]) {
        let place = shards.firstIndex { $0.master == shard.master } ?? shards.count
        if place == shards.count { shards.append(shard) }
        for range in slots {
            for slot in range.clamped(to: -1...ClusterSlot.count) where owners.indices.contains(slot) {
                if owners[slot] < 0 { shards[place].slotCount += 1 }
                owners[slot] = Int16(place)
            }
        }
    }

    /// Who holds a slot; nil where nobody does.
    func shard(of slot: Int) -> Shard? { owners[slot] < 0 ? nil : shards[Int(owners[slot])] }

    /// How many slots have a holder.
    var coveredCount: Int { owners.count { $0 >= 0 } }

    /// The masters, then the replicas.
    var nodes: [ClusterNode] { shards.map(\.master) + shards.flatMap(\.replicas) }
}
