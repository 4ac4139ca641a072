import FeatureModel

/// All dead letters. A letter is computed from its number, so that a hundred thousand of them weigh nothing.
struct LetterPile: Sendable {
    private let groups: [LetterGroupPlan]
    private let start: Timestamp
    private var discarded: Set<Int> = []
    private var replays: [Int: Int64] = [:]

    init(total: Int, start: Timestamp) {
        self.start = start
        var plans = total == 0 ? [] : LetterGroupPlan.all
        let usual = plans.reduce(0) { $0 + $1.count }
        if let first = plans.first, Int64(total) > usual {
            plans[0] = LetterGroupPlan(
                reason: first.reason, featureSet: first.featureSet, store: first.store, job: first.job,
                count: first.count + Int64(total) - usual, transform: first.transform, firstAgo: 86_000,
                lastAgo: first.lastAgo)
        }
        groups = plans
    }

    /// The numbers of the letters that a query means, newest first.
    func numbers(_ query: DeadLetterQuery) -> [Int] {
        var matching: [(number: Int, at: Timestamp)] = []
        for (number, group, place) in everyone() where !discarded.contains(number) && matches(group, query) {
            let at = time(group, place)
            if let since = query.since, at < since { continue }
            if let ids = query.ids, !ids.contains(id(number)) { continue }
            matching.append((number, at))
        }
        return matching.sorted { ($1.at, $0.number) < ($0.at, $1.number) }.map(\.number)
    }

    /// The groups that a query means, most numerous first.
    func summary(_ query: DeadLetterQuery) -> [DeadLetterGroup] {
        groups.compactMap { group in
            var narrowed = query
            narrowed.reason = group.reason
            narrowed.featureSet = group.featureSet
            guard matches(group, query) else { return nil }
            let numbers = numbers(narrowed)
            guard let newest = numbers.first, let oldest = numbers.last else { return nil }
            return DeadLetterGroup(
                reason: group.reason, featureSet: group.featureSet, store: group.store, count: Int64(numbers.count),
                first: letter(oldest)?.at ?? start, last: letter(newest)?.at ?? start)
        }.sorted { $0.count > $1.count }
    }

    /// The letter with a number; nil when there is none any more.
    func letter(_ number: Int) -> DeadLetter? {
        guard !discarded.contains(number), let (group, place) = find(number) else { return nil }
        let content = LetterContent(group: group, place: place)
        return DeadLetter(
            id: id(number), at: time(group, place), featureSet: group.featureSet, store: group.store, job: group.job,
            transform: group.transform, reason: group.reason, message: content.message,
            payload: Array(content.payload.utf8),
            position: SourcePosition(partition: Int32(place % 3), offset: 88_213 + Int64(place)),
            ingestionID: "stream", replays: replays[number] ?? 0)
    }

    /// The letter with an id.
    func letter(_ id: DeadLetterID) -> DeadLetter? {
        Int(id.rawValue.dropFirst(3)).flatMap { letter($0 - 80_000) }
    }

    /// The content of a letter, for reading its payload.
    func content(_ id: DeadLetterID) -> LetterContent? {
        guard let number = Int(id.rawValue.dropFirst(3)), let (group, place) = find(number - 80_000) else { return nil }
        return LetterContent(group: group, place: place)
    }

    /// How many came from a job, or for a feature set, within a day before a moment.
    func count24h(_ query: DeadLetterQuery, at now: Timestamp) -> Int64 {
        groups.reduce(0) { sum, group in
            guard matches(group, query) else { return sum }
            guard now.wholeSeconds(since: start) + group.firstAgo > 86_400 || !discarded.isEmpty else {
                return sum + group.count
            }
            var narrowed = query
            narrowed.reason = group.reason
            narrowed.featureSet = group.featureSet
            narrowed.since = now.advanced(by: .seconds(-86_400))
            return sum + Int64(numbers(narrowed).count)
        }
    }

    /// Forgets letters.
    mutating func discard(_ numbers: [Int]) {
        discarded.formUnion(numbers)
    }

    /// Counts a replay of letters.
    mutating func replay(_ numbers: [Int]) {
        for number in numbers { replays[number, default: 0] += 1 }
    }

    private func id(_ number: Int) -> DeadLetterID { DeadLetterID("dl-\(80_000 + number)") }

    private func everyone() -> [(number: Int, group: LetterGroupPlan, place: Int)] {
        var first = 0
        var all: [(number: Int, group: LetterGroupPlan, place: Int)] = []
        for group in groups {
            for place in 0..<Int(group.count) { all.append((first + place, group, place)) }
            first += Int(group.count)
        }
        return all
    }

    private func find(_ number: Int) -> (LetterGroupPlan, Int)? {
        var place = number
        for group in groups {
            if place >= 0 && place < Int(group.count) { return (group, place) }
            place -= Int(group.count)
        }
        return nil
    }

    private func time(_ group: LetterGroupPlan, _ place: Int) -> Timestamp {
        let span = group.firstAgo - group.lastAgo
        let step = group.count > 1 ? span * Int64(place) / (group.count - 1) : 0
        return start.advanced(by: .seconds(-group.firstAgo + step))
    }

    private func matches(_ group: LetterGroupPlan, _ query: DeadLetterQuery) -> Bool {
        (query.reason == nil || query.reason == group.reason)
            && (query.featureSet == nil || query.featureSet == group.featureSet)
            && (query.store == nil || query.store == group.store) && (query.job == nil || query.job == group.job)
    }
}
