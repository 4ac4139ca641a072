import Testing

@testable import RedisConnector

@Suite struct ClusterRoutingTests {
    private typealias Parcel = ClusterRouting.Parcel

    private static let (one, two, three) = (node(1), node(2), node(3))
    private static let (replica, seed) = (node(11), node(99))

    private static func node(_ port: Int) -> ClusterNode { ClusterNode(host: "n", port: port) }

    private static let map: ClusterMap = {
        var map = ClusterMap()
        map.add(ClusterMap.Shard(master: one, replicas: [replica]), slots: [0...99])
        map.add(ClusterMap.Shard(master: two, replicas: []), slots: [100...199])
        return map
    }()

    private func routing(
        _ slots: [Int], map: ClusterMap? = Self.map, replicas: Bool = false, prompt: Int = 5
    ) -> ClusterRouting {
        ClusterRouting(
            slots: slots, map: map, seeds: [Self.seed], readsReplicas: replicas,
            limits: .init(patience: .seconds(1), promptRedirections: prompt))
    }

    @Test("requests are split by holder, and an answered call is done")
    func split() {
        var routing = routing([5, 150, 6])
        #expect(
            routing.next(at: .zero)
                == .send([Parcel(node: Self.one, requests: [0, 2]), Parcel(node: Self.two, requests: [1])]))
        for request in 0..<3 { routing.answered(request) }
        #expect(routing.next(at: .seconds(9)) == .done)
        #expect(routing.counts == ClusterCounts())
    }

    @Test("without a map the seeds are asked, and silent ones end the call")
    func noMap() {
        var routing = routing([5], map: nil)
        #expect(routing.next(at: .zero) == .refresh(from: [Self.seed]))
        routing.learnedNothing([Self.seed: .disconnected])
        #expect(routing.next(at: .zero) == .giveUp(.silent([Self.seed: .disconnected])))
    }

    @Test("MOVED: the map is asked for once, from the named node first, and what was named is believed")
    func moved() {
        var routing = routing([5, 6, 150])
        let parcel = Parcel(node: Self.one, requests: [0, 1])
        routing.redirected(0, .moved(slot: 5, to: Self.three), by: parcel)
        routing.redirected(1, .moved(slot: 6, to: Self.three), by: parcel)
        routing.answered(2)
        routing.roundEnded()
        #expect(routing.next(at: .zero) == .refresh(from: [Self.three, Self.one, Self.two, Self.replica, Self.seed]))
        routing.learned(Self.map)
        #expect(routing.next(at: .zero) == .send([Parcel(node: Self.three, requests: [0, 1])]))
        #expect(routing.counts.moved == 2)
        #expect(routing.counts.refreshes == 1)
    }

    @Test("ASK: this request alone goes there, with ASKING, once")
    func asked() {
        var routing = routing([5, 5])
        let parcel = Parcel(node: Self.one, requests: [0, 1])
        routing.redirected(0, .ask(at: Self.two), by: parcel)
        let asking = Parcel(node: Self.two, isAsking: true, requests: [0])
        #expect(routing.next(at: .zero) == .send([asking, Parcel(node: Self.one, requests: [1])]))
        routing.answered(1)
        routing.redirected(0, .tryAgain, by: asking)
        #expect(routing.next(at: .zero) == .wait(.milliseconds(10)))
        #expect(routing.next(at: .zero) == .send([Parcel(node: Self.one, requests: [0])]))
        #expect(routing.counts.asked == 1)
        #expect(routing.counts.triedAgain == 1)
    }

    @Test("waits double up to a limit, never beyond the patience, and an answer begins anew")
    func waits() {
        var routing = routing([5, 6])
        let parcel = Parcel(node: Self.one, requests: [0, 1])
        var waits: [Duration] = []
        for _ in 0..<8 {
            routing.redirected(0, .clusterDown, by: parcel)
            guard case .wait(let wait) = routing.next(at: .zero) else { break }
            waits.append(wait)
        }
        #expect(waits == [10, 20, 40, 80, 160, 250, 250, 250].map { .milliseconds($0) })
        routing.answered(1)
        routing.redirected(0, .loading, by: parcel)
        #expect(routing.next(at: .milliseconds(997)) == .wait(.milliseconds(3)))
        routing.redirected(0, .loading, by: parcel)
        #expect(routing.next(at: .seconds(1)) == .giveUp(.redirected(.loading, by: Self.one)))
    }

    @Test("redirections without end are bounded: waits come in between, and the patience ends")
    func endlessRedirections() {
        var routing = routing([5], prompt: 2)
        var elapsed = Duration.zero
        var rounds = 0
        while rounds < 1000 {
            switch routing.next(at: elapsed) {
            case .send(let parcels):
                rounds += 1
                routing.redirected(
                    0, .moved(slot: 5, to: rounds.isMultiple(of: 2) ? Self.one : Self.two), by: parcels[0])
                routing.roundEnded()
            case .refresh: routing.learned(Self.map)
            case .wait(let wait): elapsed += wait
            case .giveUp(let trouble):
                #expect(rounds < 40)
                guard case .redirected(.moved, _) = trouble else { break }
                return
            case .done: rounds = 1000
            }
        }
        Issue.record("it did not end as redirected")
    }

    @Test("a lost node: a wait, the map from the others, it and the seeds last, then its successor")
    func lost() {
        var routing = routing([5, 150])
        routing.answered(1)
        routing.lost(Parcel(node: Self.one, requests: [0]), .disconnected)
        routing.roundEnded()
        #expect(routing.next(at: .zero) == .wait(.milliseconds(10)))
        #expect(routing.next(at: .zero) == .refresh(from: [Self.two, Self.replica, Self.seed, Self.one]))
        var after = ClusterMap()
        after.add(ClusterMap.Shard(master: Self.replica, replicas: []), slots: [0...99])
        routing.learned(after)
        #expect(routing.next(at: .zero) == .send([Parcel(node: Self.replica, requests: [0])]))
    }

    @Test("a node that stays lost is told of when the patience is over")
    func staysLost() {
        var routing = routing([5])
        routing.lost(Parcel(node: Self.one, requests: [0]), .timedOut(.waiting))
        #expect(routing.next(at: .seconds(2)) == .giveUp(.lost(Self.one, .timedOut(.waiting))))
    }

    @Test("when all are silent the seeds are asked again after a wait")
    func allSilent() {
        var routing = routing([5])
        routing.lost(Parcel(node: Self.one, requests: [0]), .disconnected)
        _ = routing.next(at: .zero)
        guard case .refresh(let nodes) = routing.next(at: .zero) else {
            Issue.record("no refresh")
            return
        }
        routing.learnedNothing(Dictionary(uniqueKeysWithValues: nodes.map { ($0, .disconnected) }))
        #expect(routing.next(at: .zero) == .wait(.milliseconds(20)))
        guard case .refresh(let again) = routing.next(at: .zero) else {
            Issue.record("no refresh")
            return
        }
        #expect(again.contains(Self.seed))
    }

    @Test("a slot that nobody holds is waited for, while the others go")
    func uncovered() {
        var routing = routing([500, 5])
        #expect(routing.next(at: .zero) == .send([Parcel(node: Self.one, requests: [1])]))
        routing.answered(1)
        #expect(routing.next(at: .zero) == .wait(.milliseconds(10)))
        guard case .refresh = routing.next(at: .zero) else {
            Issue.record("no refresh")
            return
        }
        routing.learned(Self.map)
        #expect(routing.next(at: .milliseconds(5)) == .wait(.milliseconds(20)))
        #expect(routing.next(at: .seconds(1)) == .giveUp(.uncovered(slot: 500)))
    }

    @Test("replicas answer reads; the master does where they are lost, moved or not ready")
    func replicas() {
        for event in 0..<3 {
            var routing = routing([5, 150], replicas: true)
            let parcel = Parcel(node: Self.replica, isForReplica: true, requests: [0])
            #expect(routing.next(at: .zero) == .send([parcel, Parcel(node: Self.two, requests: [1])]))
            routing.answered(1)
            switch event {
            case 0: routing.lost(parcel, .disconnected)
            case 1: routing.redirected(0, .masterDown, by: parcel)
            default: routing.redirected(0, .moved(slot: 5, to: Self.one), by: parcel)
            }
            guard case .refresh = routing.next(at: .zero) else {
                Issue.record("no refresh")
                return
            }
            routing.learned(Self.map)
            #expect(routing.next(at: .zero) == .send([Parcel(node: Self.one, requests: [0])]))
        }
    }

    @Test("what no patience mends ends the call at once")
    func fatal() {
        var routing = routing([5])
        routing.failed(.cancelled)
        #expect(routing.next(at: .zero) == .giveUp(.cancelled))
    }
}
