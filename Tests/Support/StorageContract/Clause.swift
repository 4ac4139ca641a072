import FeatureModel
public import StorageAPI

/// One promise of a plug: an id, a sentence, what it needs, and how it is checked.
///
/// A connector's test is one parameterised test over ``StorageContract/clauses``; each clause is a case of its own, so
/// that a broken one does not hide the next.
public struct Clause: Sendable, CustomStringConvertible, Identifiable {
    /// Checks the promise; throws a ``Violation``, or whatever the plug threw.
    public typealias Check = @Sendable (ClauseRun) async throws -> Void

    /// Whom the clause concerns.
    public struct Scope: Sendable, Hashable {
        /// Capabilities that the connector must have, all of them.
        public var needs: Capabilities
        /// Capabilities of which it must have one; empty for no such demand.
        public var oneOf: Capabilities
        /// Capabilities that it must not have.
        public var without: Capabilities
        /// What the harness must be able to do.
        public var harness: HarnessAbilities

        /// Makes a scope.
        public init(
            _ needs: Capabilities, oneOf: Capabilities = [], without: Capabilities = [],
            harness: HarnessAbilities = []
        ) {
            self.needs = needs
            self.oneOf = oneOf
            self.without = without
            self.harness = harness
        }
    }

    /// The id.
    public let id: ClauseID
    /// The promise, in one sentence.
    public let sentence: String
    /// Whom it concerns.
    public let scope: Scope
    private let check: Check

    /// Makes a clause.
    public init(_ id: ClauseID, _ sentence: String, _ scope: Scope, check: @escaping Check) {
        self.id = id
        self.sentence = sentence
        self.scope = scope
        self.check = check
    }

    /// The sentence and the id: the name of the case in a report.
    public var description: String { "\(sentence) (\(id))" }

    /// Why the clause asks nothing of a connector; nil when it does.
    public func reasonNotApplicable(to capabilities: Capabilities, abilities: HarnessAbilities) -> String? {
        let missing = scope.needs.subtracting(capabilities)
        if !missing.isEmpty { return "the card does not declare \(missing.words.joined(separator: ", "))" }
        if !scope.oneOf.isEmpty, scope.oneOf.isDisjoint(with: capabilities) {
            return "the card declares none of \(scope.oneOf.words.joined(separator: ", "))"
        }
        let unwanted = scope.without.intersection(capabilities)
        if !unwanted.isEmpty { return "the card declares \(unwanted.words.joined(separator: ", "))" }
        let unable = scope.harness.subtracting(abilities)
        if !unable.isEmpty { return "the harness does not offer \(unable.words.joined(separator: ", "))" }
        return nil
    }

    /// Checks the clause at a fresh place, and takes the place away again.
    public func verify(with harness: any StoreHarness) async -> ClauseOutcome {
        if let reason = reasonNotApplicable(to: harness.card.capabilities, abilities: harness.abilities) {
            return .notApplicable(reason)
        }
        let place: ConnectorCard.Place
        do {
            place = try await harness.makePlace()
        } catch {
            return .violated("the harness could not make a place: \(error)")
        }
        let run = ClauseRun(harness: harness, place: place)
        let outcome = await outcome(of: run)
        await run.closeAll()
        await harness.removePlace(place)
        return outcome
    }

    private func outcome(of run: ClauseRun) async -> ClauseOutcome {
        do {
            try await check(run)
            return .passed
        } catch let violation as Violation {
            return .violated(violation.facts)
        } catch {
            return .violated("it threw: \(error)")
        }
    }
}
