import FeatureModel
import LocalState
import Operations
import StorageAPI

/// Dead letters for every door: those of the job-state database and those that stores keep, together.
struct DeadLetterService: Sendable {
    let workspace: Workspace

    private var places: DeadLetterPlaces { DeadLetterPlaces(workspace: workspace) }

    /// Groups, most numerous first. A store that does not answer is left out while another place does.
    func groups(_ query: DeadLetterQuery) async throws(OperationError) -> [DeadLetterGroup] {
        let (answers, _) = try await ask(query) { place throws(StoreError) in try await place.letters.groups(query) }
        return answers.flatMap(\.1).sorted { left, right in
            left.count != right.count ? left.count > right.count : left.last > right.last
        }
    }

    /// A page of letters, newest first.
    func list(_ query: DeadLetterQuery, limit: Int, offset: Int) async throws(OperationError) -> DeadLetterPage {
        let (counts, missing) = try await ask(query) { place throws(StoreError) in
            try await place.letters.count(query)
        }
        let filled = counts.filter { $0.1 > 0 }
        let total = filled.reduce(0) { $0 + $1.1 }
        // One place can pass over letters by itself; of several, the newest of each are merged.
        let isAlone = filled.count == 1
        var letters: [DeadLetter] = []
        for (place, _) in filled {
            let found = try await translated { () async throws(StoreError) in
                try await place.letters.list(
                    query, limit: isAlone ? limit : limit + offset, offset: isAlone ? offset : 0)
            }
            letters += found
        }
        letters.sort { ($1.at, $1.id) < ($0.at, $0.id) }
        let page = isAlone ? letters[...] : letters.dropFirst(offset).prefix(limit)
        return DeadLetterPage(letters: Array(page), total: total, missing: missing)
    }

    /// One letter.
    func get(_ id: DeadLetterID) async throws(OperationError) -> DeadLetter {
        let query = DeadLetterQuery(ids: [id])
        let (answers, missing) = try await ask(query) { place throws(StoreError) in try await place.letters.get(id) }
        if let letter = answers.compactMap(\.1).first { return letter }
        let silent = missing.map(\.name).joined(separator: ", ")
        throw OperationError(
            .notFound, "there is no dead letter \(id)" + (silent.isEmpty ? "" : "; no answer from \(silent)"),
            target: id.rawValue, hint: "larder dead-letters list shows all of them")
    }

    /// A letter's payload, as far as it can be read.
    func decode(_ letter: DeadLetter) -> DecodedPayload {
        guard letter.reason != .badInput else {
            return DecodedPayload(
                featureSet: nil, eventTimestamp: nil, fields: [],
                problem: "the payload is a line of a file, not a feature row")
        }
        return DecodedPayload(of: letter)
    }

    /// Forgets letters for good.
    func discard(_ query: DeadLetterQuery) async throws(OperationError) -> Int64 {
        try workspace.refuseReadOnly()
        let (found, missing) = try await places.places(for: query)
        if let store = missing.first {
            throw OperationError(
                .unreachable, "the dead letters of store \(store.name) cannot be reached: \(store.health.error ?? "")",
                target: store.name)
        }
        var total: Int64 = 0
        for place in found {
            total += try await translated { () async throws(StoreError) in try await place.letters.discard(query) }
        }
        return total
    }

    /// Rows set aside in the last 24 hours, by feature set; empty where nobody answers.
    func lostSinceYesterday() async -> [FeatureSetReference: Int64] {
        let groups = (try? await groups(sinceYesterday)) ?? []
        return groups.reduce(into: [:]) { sums, group in
            if let featureSet = group.featureSet { sums[featureSet, default: 0] += group.count }
        }
    }

    /// Rows set aside in the last 24 hours, by job; empty where nobody answers.
    func lostSinceYesterdayByJob() async -> [JobID: Int64] {
        guard let jobs = try? await workspace.database.jobs.list() else { return [:] }
        var sums: [JobID: Int64] = [:]
        for job in jobs {
            var query = sinceYesterday
            query.job = job.id
            query.store = job.store
            let counts = try? await ask(query) { place throws(StoreError) in try await place.letters.count(query) }
            sums[job.id] = counts?.0.reduce(0) { $0 + $1.1 }
        }
        return sums
    }

    private var sinceYesterday: DeadLetterQuery {
        let now = workspace.environment.wallClock()
        return DeadLetterQuery(
            since: Timestamp(seconds: now.seconds - 86_400, nanoseconds: now.nanoseconds))
    }

    /// Asks every place; fails only where none answers.
    private func ask<Answer: Sendable>(
        _ query: DeadLetterQuery,
        _ question: (DeadLetterPlaces.Place) async throws(StoreError) -> Answer
    ) async throws(OperationError) -> ([(DeadLetterPlaces.Place, Answer)], [NamedHealth]) {
        var (found, missing) = try await places.places(for: query)
        var answers: [(DeadLetterPlaces.Place, Answer)] = []
        var failure: StoreError?
        for place in found {
            do throws(StoreError) {
                answers.append((place, try await question(place)))
            } catch {
                failure = error
                missing.append(DeadLetterPlaces.missing(place.store, error))
            }
        }
        found = []
        if answers.isEmpty, let failure { throw OperationError(failure) }
        return (answers, missing)
    }

    private func translated<Answer>(
        _ work: () async throws(StoreError) -> Answer
    ) async throws(OperationError) -> Answer {
        do throws(StoreError) {
            return try await work()
        } catch {
            throw OperationError(error)
        }
    }
}
