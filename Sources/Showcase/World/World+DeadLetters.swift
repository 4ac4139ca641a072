import FeatureModel
import Operations

extension World {
    /// A page of letters.
    func letterPage(_ query: DeadLetterQuery, limit: Int, offset: Int, _ now: Timestamp) -> DeadLetterPage {
        let numbers = letters.numbers(query)
        let page = numbers.dropFirst(max(0, offset)).prefix(max(0, limit)).compactMap { letters.letter($0) }
        let missing = health(now).filter { entry in
            entry.health.state == .down && (query.store == nil || query.store?.rawValue == entry.name)
        }
        return DeadLetterPage(letters: page, total: Int64(numbers.count), missing: missing)
    }

    /// One letter.
    func letter(_ id: DeadLetterID) throws(OperationError) -> DeadLetter {
        guard let letter = letters.letter(id) else {
            throw OperationError(
                .notFound, "there is no dead letter \(id)", target: id.rawValue,
                hint: "it may have been replayed or discarded; larder dead-letters list shows those that there are")
        }
        return letter
    }

    /// A letter's payload, read.
    func decoded(_ letter: DeadLetter) -> DecodedPayload {
        guard let content = letters.content(letter.id) else {
            return DecodedPayload(
                featureSet: nil, eventTimestamp: nil, fields: [], problem: "the bytes are no row of a feature set")
        }
        let time = letter.reason == .badTimestamp ? nil : letter.at.advanced(by: .seconds(-7))
        return DecodedPayload(
            featureSet: letter.featureSet?.description, eventTimestamp: time, fields: content.fields, problem: nil)
    }

    /// Produces letters again, or says what would happen.
    mutating func replay(_ query: DeadLetterQuery, dryRun: Bool) throws(OperationError) -> [OrderOutcome] {
        let numbers = letters.numbers(query)
        if !dryRun {
            orders.append(.replayDeadLetters(query))
            try checkWritable()
            letters.replay(numbers)
        }
        let verb = dryRun ? "would be produced again" : "produced again"
        return numbers.compactMap { letters.letter($0) }.map { letter in
            guard letter.reason != .badTimestamp else {
                return OrderOutcome(
                    target: letter.id.rawValue, result: .failed, message: "its event time can never be accepted")
            }
            return OrderOutcome(target: letter.id.rawValue, result: dryRun ? .skipped : .done, message: verb)
        }
    }

    /// Forgets letters.
    mutating func discard(_ query: DeadLetterQuery) throws(OperationError) -> Int64 {
        orders.append(.discardDeadLetters(query))
        try checkWritable()
        let numbers = letters.numbers(query)
        letters.discard(numbers)
        return Int64(numbers.count)
    }
}
