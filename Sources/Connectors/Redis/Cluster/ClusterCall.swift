/// Carries out what ``ClusterRouting`` decides, for the requests of one call: the thin shell around it.
struct ClusterCall<Answer: Sendable>: Sendable {
    let connections: ClusterConnections
    let requests: ClusterRequests<Answer>
    var readsReplicas = false

    /// Sends every request to whoever holds its key, nodes side by side, until all are answered.
    ///
    /// - Returns: the answers, in the order of the requests.
    func answers() async throws(ClusterTrouble) -> [Answer] {
        var known = connections.known
        var routing = ClusterRouting(
            slots: requests.slots, map: known?.map, seeds: connections.configuration.seeds,
            readsReplicas: readsReplicas, limits: .init(patience: connections.configuration.clusterTimeout))
        defer { connections.count(routing.counts) }
        var answers = [Answer?](repeating: nil, count: requests.slots.count)
        let start = ContinuousClock.now
        while true {
            if Task.isCancelled { throw .cancelled }
            switch routing.next(at: .now - start) {
            case .send(let parcels): await send(parcels, &routing, &answers)
            case .refresh(let nodes): await refresh(nodes, &routing, &known)
            case .wait(let duration): try await wait(duration)
            case .giveUp(let trouble): throw trouble
            case .done: return answers.compactMap { $0 }
            }
        }
    }

    private typealias Outcome = (ClusterRouting.Parcel, Result<[ClusterParcelReply<Answer>], RedisFault>)

    private func send(
        _ parcels: [ClusterRouting.Parcel], _ routing: inout ClusterRouting, _ answers: inout [Answer?]
    ) async {
        for (parcel, result) in await hold(parcels) { take(result, of: parcel, &routing, &answers) }
        routing.roundEnded()
    }

    private func hold(_ parcels: [ClusterRouting.Parcel]) async -> [Outcome] {
        // A single one, as for a single key, needs no task of its own.
        if parcels.count == 1 { return [await hold(parcels[0])] }
        return await withTaskGroup(of: Outcome.self) { group in
            for parcel in parcels { group.addTask { await hold(parcel) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func hold(_ parcel: ClusterRouting.Parcel) async -> Outcome {
        let talk = ClusterParcelTalk(parcel: parcel, requests: requests)
        let result = await connections.attempt(
            parcel.node, isForReplica: parcel.isForReplica, opening: talk.opening
        ) { session throws(RedisFault) in try talk.hold(on: session) }
        return (parcel, result)
    }

    private func take(
        _ result: Result<[ClusterParcelReply<Answer>], RedisFault>, of parcel: ClusterRouting.Parcel,
        _ routing: inout ClusterRouting, _ answers: inout [Answer?]
    ) {
        switch result {
        case .success(let replies):
            for (request, reply) in zip(parcel.requests, replies) {
                switch reply {
                case .answered(let answer):
                    answers[request] = answer
                    routing.answered(request)
                case .redirected(let redirection): routing.redirected(request, redirection, by: parcel)
                case .withoutScript(let refusal): routing.postponed(request, refusal, by: parcel)
                }
            }
        case .failure(.cancelled): routing.failed(.cancelled)
        case .failure(.closed): routing.failed(.closed)
        case .failure(let fault) where fault.mayPass: routing.lost(parcel, fault)
        case .failure(let fault): routing.failed(.node(parcel.node, fault))
        }
    }

    /// Adopts what another call has learned since, or asks.
    private func refresh(
        _ nodes: [ClusterNode], _ routing: inout ClusterRouting, _ known: inout ClusterConnections.Known?
    ) async {
        if let newest = connections.known, newest.generation > known?.generation ?? 0 {
            known = newest
            return routing.learned(newest.map)
        }
        switch await ClusterMapQuestion.ask(nodes, through: connections) {
        case .told(let map):
            known = connections.learn(map)
            routing.learned(map)
        case .silent(let faults): routing.learnedNothing(faults)
        case .hopeless(let trouble): routing.failed(trouble)
        }
    }

    private func wait(_ duration: Duration) async throws(ClusterTrouble) {
        do {
            try await Task.sleep(for: duration)
        } catch {
            throw .cancelled
        }
    }
}
