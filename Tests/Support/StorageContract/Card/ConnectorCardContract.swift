import FeatureModel
import StorageAPI

/// What every card promises.
public enum ConnectorCardContract {
    /// All clauses.
    public static let clauses: [Clause] = [
        Clause("card.openings", "what the card declares it can open, and nothing else", Clause.Scope([])) { run in
            let card = run.card
            let openings: [(Capabilities, Bool)] = [
                (.sink, card.openSink != nil), (.online, card.openOnlineRetriever != nil),
                (.historical, card.openHistoricalRetriever != nil), (.source, card.openSource != nil),
                (.source, card.openPublisher != nil), (.deadLetters, card.openDeadLetters != nil),
            ]
            for (capability, canOpen) in openings where canOpen != card.capabilities.contains(capability) {
                throw Violation(
                    "\(capability.words[0]) is \(canOpen ? "opened, not declared" : "declared, not opened")")
            }
        },
        Clause("card.words", "the card has a type in capitals, a summary, and documents its settings", Clause.Scope([]))
        {
            run in
            let card = run.card
            try require(
                !card.type.isEmpty && card.type == card.type.uppercased(), "the type is \"\(card.type)\"")
            try require(!card.summary.isEmpty && !card.summary.contains("\n"), "the summary is \"\(card.summary)\"")
            for setting in card.settings {
                try require(!setting.documentation.isEmpty, "the setting \(setting.key) has no documentation")
            }
            let keys = card.settings.map(\.key)
            try require(Set(keys).count == keys.count, "a setting stands twice in \(keys)")
        },
        Clause("card.settings", "defaults and the harness's settings pass the card's own check", Clause.Scope([])) {
            run in
            let card = run.card
            let faults = card.check(run.place.config)
            try require(faults.isEmpty, "the settings of the place are refused: \(faults)")
            let defaults = card.check(card.withDefaults([:])).filter { fault in
                card.settings.contains { $0.key == fault.key && !$0.isRequired }
            }
            try require(defaults.isEmpty, "a default is refused: \(defaults)")
        },
        Clause("card.secrets", "masked settings show no secret", Clause.Scope([])) { run in
            for (_, text) in run.card.masked(run.place.config) { try expectNoSecret(text, run) }
        },
        Clause("card.probe", "a probe says where the store is, and shows no secret", Clause.Scope([])) { run in
            let probe = try await run.card.probe(run.place)
            try require(!probe.endpoint.isEmpty, "the probe has no endpoint")
            try expectNoSecret(String(reflecting: probe), run)
        },
        Clause(
            "card.probe-unreachable", "a probe of a store that nobody answers for is unavailable",
            Clause.Scope([], harness: .unreachablePlace)
        ) { run in
            let place = try await run.harness.unreachablePlace()
            run.finally { await run.harness.removePlace(place) }
            try await expectUnavailable(run) { _ = try await run.card.probe(place) }
        },
    ]
}
