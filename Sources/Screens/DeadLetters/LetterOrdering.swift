import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// Replaying and discarding, for every view that can: tries it out or counts first, asks, then does it.
struct LetterOrdering: Sendable {
    private static let shownReasons = 6

    let letters: DeadLetterOperations

    /// What follows from what happened.
    func update(_ message: LetterOrderMessage) -> [Effect<LetterOrderMessage>] {
        switch message {
        case .replayAsked(let queries):
            return [.load("order") { [self] in .triedOut(queries, await replay(queries, .dryRun)) }]
        case .triedOut(let queries, .success(let outcomes)): return paceQuestion(queries, outcomes)
        case .paceGiven(let queries, let outcomes, let text):
            guard let mode = ReplayMode(pace: text) else {
                return [.notify(.warning, "nothing is replayed: a pace is a number of rows per second, from 1 on")]
            }
            return [replayQuestion(queries, outcomes, mode)]
        case .replayConfirmed(let queries, let mode):
            return [.run("order") { [self] send in await send(.replayed(await replay(queries, mode))) }]
        case .replayed(.success(let outcomes)):
            return [Effect(.notify(OrderSummary(verb: "replayed", outcomes: outcomes).notice))]
        case .discardAsked(let queries):
            return [.load("order") { [self] in .counted(queries, await count(queries)) }]
        case .counted(let queries, .success(let count)): return discardQuestion(queries, count)
        case .discardConfirmed(let queries, let count):
            return [.run("order") { [self] send in await send(.discarded(await discard(queries, expecting: count))) }]
        case .discarded(.success(let count)):
            return [.notify(.done, "discarded \(CountText.of(count, "dead letter"))")]
        case .triedOut(_, .failure(let problem)), .replayed(.failure(let problem)),
            .counted(_, .failure(let problem)), .discarded(.failure(let problem)):
            return [.notify(problem)]
        }
    }

    /// Several letters have a pace: a store that has other work to do is not to be swamped.
    private func paceQuestion(
        _ queries: [DeadLetterQuery], _ outcomes: [OrderOutcome]
    ) -> [Effect<LetterOrderMessage>] {
        switch Self.able(outcomes) {
        case 0:
            let why = reasons(outcomes).first.map { $0.map(\.text).joined() } ?? "there is no such letter any more"
            return [.notify(.warning, "nothing can be replayed: \(why.drop { $0 == " " })")]
        case 1: return [replayQuestion(queries, outcomes, .unlimited)]
        default:
            return [.ask("rows per second (empty: no limit)") { .paceGiven(queries, outcomes, $0) }]
        }
    }

    private static func able(_ outcomes: [OrderOutcome]) -> Int { outcomes.filter { $0.result != .failed }.count }

    private func replayQuestion(
        _ queries: [DeadLetterQuery], _ outcomes: [OrderOutcome], _ mode: ReplayMode
    ) -> Effect<LetterOrderMessage> {
        let able = Self.able(outcomes)
        let noun = CountText.of(Int64(able), "dead letter")
        let confirmation = ChangeConfirmation(
            able > 1 ? .typed : .dialog, title: "Replay \(noun)", targets: reasons(outcomes),
            consequence: "The rows are produced to their source again with their event times; newer values stay. Rows "
                + "that fail again come back as new letters." + duration(of: able, mode),
            command: queries.map { $0.command("replay") + mode.option }.joined(separator: "; "),
            button: "Replay \(CountText.grouped(Int64(able)))", expected: "\(able)",
            request: "Type the number of letters to replay:")
        return .confirm(confirmation, then: .replayConfirmed(queries, mode))
    }

    private func duration(of letters: Int, _ mode: ReplayMode) -> String {
        guard case .atMost(let rate) = mode else { return "" }
        let seconds = (letters + rate - 1) / rate
        return " At most \(CountText.grouped(Int64(rate))) per second: about \(CountText.of(Int64(seconds), "second"))."
    }

    /// What a replay would do, counted by its reason.
    private func reasons(_ outcomes: [OrderOutcome]) -> [[TextRun]] {
        var counts: [(outcome: OrderOutcome, count: Int64)] = []
        var places: [String: Int] = [:]
        for outcome in outcomes {
            let key = "\(outcome.result == .failed)\(outcome.message)"
            if let place = places[key] {
                counts[place].count += 1
            } else {
                places[key] = counts.count
                counts.append((outcome, 1))
            }
        }
        return counts.prefix(Self.shownReasons).map { outcome, count in
            let number = TextFitting.fitted(CountText.grouped(count), to: 9, .right, mark: "") + "  "
            let failed = outcome.result == .failed
            return [
                TextRun(number, .number), TextRun(failed ? "cannot: " : "", .warn),
                TextRun(outcome.message, failed ? .warn : .text),
            ]
        }
    }

    private func discardQuestion(_ queries: [DeadLetterQuery], _ count: Int64) -> [Effect<LetterOrderMessage>] {
        guard count > 0 else { return [.notify(.warning, "there is no such letter any more")] }
        let lines = queries.prefix(Self.shownReasons).map {
            [TextRun($0.title.isEmpty ? "all letters" : $0.title, .strong)]
        }
        let confirmation = ChangeConfirmation(
            .typed, title: "Discard \(CountText.of(count, "dead letter"))", targets: Array(lines),
            consequence: "They are gone for good, and with them the rows that they carry. What was written stays.",
            command: queries.map { $0.command("discard") + " --yes" }.joined(separator: "; "),
            button: "Discard \(CountText.grouped(count))", expected: "\(count)",
            request: "Type the number of letters to discard:")
        return [.confirm(confirmation, then: .discardConfirmed(queries, count: count))]
    }

    private func replay(_ queries: [DeadLetterQuery], _ mode: ReplayMode) async -> Result<[OrderOutcome], Problem> {
        await Result(asking: { () async throws(OperationError) -> [OrderOutcome] in
            var outcomes: [OrderOutcome] = []
            for query in queries { outcomes += try await letters.replay(query, mode) }
            return outcomes
        })
    }

    private func count(_ queries: [DeadLetterQuery]) async -> Result<Int64, Problem> {
        await Result(asking: { () async throws(OperationError) -> Int64 in try await total(queries) })
    }

    private func total(_ queries: [DeadLetterQuery]) async throws(OperationError) -> Int64 {
        var count: Int64 = 0
        for query in queries { count += try await letters.list(query, 1, 0).total }
        return count
    }

    /// Letters that came since the question are not discarded unseen.
    private func discard(_ queries: [DeadLetterQuery], expecting count: Int64) async -> Result<Int64, Problem> {
        await Result(asking: { () async throws(OperationError) -> Int64 in
            let now = try await total(queries)
            guard now <= count else {
                throw OperationError(
                    .refused, "there are \(CountText.grouped(now)) letters now, not \(CountText.grouped(count))",
                    hint: "nothing was discarded; look at the new ones and ask again")
            }
            var discarded: Int64 = 0
            for query in queries { discarded += try await letters.discard(query) }
            return discarded
        })
    }
}
