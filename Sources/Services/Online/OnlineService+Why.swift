import FeatureModel
import LocalState
import Operations
import Retrieval
import RowFiles
import StorageAPI

extension OnlineService {
    /// How many of the newest dead letters of a set are searched for a key.
    private static let deadLettersSearched = 1_000

    /// Explains one value: the first key and the first feature of the question.
    func why(_ query: OnlineQuery) async throws(OperationError) -> WhyAnswer {
        guard let asked = query.features.first, query.features.count == 1, !asked.isWildcard else {
            throw OperationError(.invalid, "why explains one feature", hint: "give one with --feature set:feature")
        }
        guard let texts = query.keys.first, query.keys.count == 1 else {
            throw OperationError(.invalid, "why explains one key", hint: "give its entities, such as origin=EWR")
        }
        let time = query.at ?? asOf ?? now()
        do throws(OperationError) {
            let selections = try await lookup.selections(for: [asked])
            guard let selection = selections.first else { throw OperationError(.notFound, "\(asked) is unknown") }
            return try await explain(selection, texts, query.store, at: time)
        } catch {
            guard error.code == .notFound, query.store == nil else { throw error }
            return unregistered(asked, texts, error, at: time)
        }
    }

    private func explain(
        _ selection: FeatureSelection, _ texts: [OnlineQuery.EntityText], _ store: StoreName?, at time: Timestamp
    ) async throws(OperationError) -> WhyAnswer {
        let set = selection.featureSet
        let key = Self.key(texts, of: set)
        var candidates = try await choice.candidates(for: set.reference, .online)
        if let store { candidates = [try await directory.entry(store)] }
        let (reading, value) = await read(selection, key, candidates.first, at: time)
        let carrying = await letters(of: set, carrying: try? key.get())
        let facts = ReasonFacts(
            featureSet: set.reference, maxAgeSeconds: set.maxAgeSeconds,
            registration: .found(status: try await lookup.record(of: set.reference)?.status ?? .pending),
            key: key.map { Self.words(Self.entities(of: $0, in: set)) }, stores: candidates.map(\.name),
            feed: try await feed(of: set.reference, into: candidates.first?.name), reading: reading,
            history: await history(of: try? key.get(), in: set, at: time), deadLettersWithKey: carrying.with,
            deadLettersSeen: carrying.seen, time: time)
        let targets = ReasonTargets(
            featureSet: set.reference, store: candidates.first?.name, job: facts.job)
        return answer(
            ReasonChain(facts), targets, entities: Self.shown(key, texts, in: set),
            feature: selection.fullReference, value: value)
    }

    /// The chain for a reference that the registry does not know: its first link is broken.
    private func unregistered(
        _ asked: FeatureReference, _ texts: [OnlineQuery.EntityText], _ error: OperationError, at time: Timestamp
    ) -> WhyAnswer {
        let project = asked.project ?? lookup.defaultProject
        let set = FeatureSetReference(project: project, name: asked.featureSet ?? "")
        let facts = ReasonFacts(
            featureSet: set, maxAgeSeconds: nil, registration: .missing(error.description), key: .success(""),
            stores: [], feed: .none, reading: .notAsked, history: .unavailable(""), deadLettersWithKey: 0,
            deadLettersSeen: 0, time: time)
        let full = FeatureReference(project: project, featureSet: asked.featureSet, feature: asked.feature)
        return answer(
            ReasonChain(facts), ReasonTargets(featureSet: nil, store: nil, job: nil),
            entities: texts.map { NamedValue(name: $0.name, value: .string($0.text)) }, feature: full, value: nil)
    }

    private func answer(
        _ chain: ReasonChain, _ targets: ReasonTargets, entities: [NamedValue], feature: FeatureReference,
        value: OnlineValue?
    ) -> WhyAnswer {
        WhyAnswer(
            entities: entities, feature: feature, steps: chain.reasons.map { WhyStep($0, targets) },
            conclusion: chain.conclusion, value: value)
    }

    private static func key(
        _ texts: [OnlineQuery.EntityText], of set: FeatureSet
    ) -> Result<EntityKey, KeyFault> {
        Result { () throws(KeyFault) in try KeyReading.key(from: texts.map { ($0.name, $0.text) }, of: set) }
    }

    private static func shown(
        _ key: Result<EntityKey, KeyFault>, _ texts: [OnlineQuery.EntityText], in set: FeatureSet
    ) -> [NamedValue] {
        switch key {
        case .success(let key): entities(of: key, in: set)
        case .failure: texts.map { NamedValue(name: $0.name, value: .string($0.text)) }
        }
    }

    private static func words(_ entities: [NamedValue]) -> String {
        entities.map { "\($0.name) = \(ValueText.json(of: $0.value))" }.joined(separator: ", ")
    }

    private func read(
        _ selection: FeatureSelection, _ key: Result<EntityKey, KeyFault>, _ entry: StoreEntry?, at time: Timestamp
    ) async -> (ReasonFacts.Reading, OnlineValue?) {
        guard let entry, case .success(let key) = key else { return (.notAsked, nil) }
        do throws(OperationError) {
            let groups = SelectionGroup.groups(of: [selection])
            guard let group = groups.first, let row = try await rows([key], group, of: entry).first else {
                return (.notAsked, nil)
            }
            let value = Self.value(
                of: selection.feature, at: 0, in: row, key: key, selection.featureSet, entry.name, time)
            return (.answered(row: row, value: value.value), value)
        } catch {
            return (.failed(error.message), nil)
        }
    }

    private func feed(
        of set: FeatureSetReference, into store: StoreName?
    ) async throws(OperationError) -> ReasonFacts.Feed {
        guard let store else { return .none }
        do throws(LocalStateError) {
            let all = try await jobs.list(JobFilter(store: store, featureSet: set))
            let job = all.first { !$0.status.isTerminal } ?? all.max { $0.createdAt < $1.createdAt }
            guard let job else { return .none }
            let isLost = job.status == .running && !job.hasLivingWorker(at: now(), term: leaseTerm)
            return .job(job, hasLostHeartbeat: isLost)
        } catch {
            throw OperationError(error)
        }
    }

    /// Asks the first historical store whether it has seen the key up to the time.
    private func history(of key: EntityKey?, in set: FeatureSet, at time: Timestamp) async -> ReasonFacts.History {
        guard let key else { return .unavailable("the history was not asked") }
        do throws(OperationError) {
            guard let entry = try await choice.candidates(for: set.reference, .historical).first else {
                return .unavailable("no store that keeps a history subscribes to \(set.reference)")
            }
            return try await HistoryQuestion(directory: directory, clock: clock).wasSeen(
                key, in: set, by: entry, at: time)
        } catch {
            return .unavailable("the history cannot be asked: \(error.message)")
        }
    }

    private func letters(
        of set: FeatureSet, carrying key: EntityKey?
    ) async -> (seen: Int, with: Int) {
        guard let key else { return (0, 0) }
        let query = DeadLetterQuery(featureSet: set.reference)
        guard let letters = try? await deadLetters(query, Self.deadLettersSearched) else { return (0, 0) }
        let wanted = Self.entities(of: key, in: set)
        let carrying = letters.filter { DecodedPayload(of: $0).carries(wanted) }
        return (letters.count, carrying.count)
    }
}

extension ReasonFacts {
    fileprivate var job: JobID? {
        if case .job(let job, _) = feed { job.id } else { nil }
    }
}

extension DecodedPayload {
    /// True when the row's entities are these.
    fileprivate func carries(_ entities: [NamedValue]) -> Bool {
        entities.allSatisfy { entity in fields.contains { $0.name == entity.name && $0.value == entity.value } }
    }
}
