import FeatureModel
import StorageAPI
import Testing

@testable import Retrieval

struct HistoricalPlanTests {
    @Test("columns stand in the order asked, wherever their sets' answers are")
    func order() throws {
        let plan = try HistoricalPlan(
            selections: SampleSets.selections("weather:wind", "delays:mean", "weather:temp"))
        #expect(plan.columnNames == ["weather__wind", "delays__mean", "weather__temp"])
        #expect(plan.requests.map(\.featureSet.reference.name) == ["weather", "delays"])
        #expect(plan.requests.map(\.features) == [[1, 0], [0]])
        // An answer is wind, temp, mean.
        #expect(plan.answerPlaces == [0, 2, 1])
    }

    @Test("a reference without a set gives the bare name")
    func bareName() throws {
        #expect(try HistoricalPlan(selections: SampleSets.selections("temp")).columnNames == ["temp"])
    }

    @Test("two references of one column are refused, naming both")
    func sharedColumn() throws {
        let fault = #expect(throws: PlanFault.self) {
            _ = try HistoricalPlan(selections: SampleSets.selections("weather:temp", "nyc/weather:temp"))
        }
        let text = try #require(fault).description
        #expect(text.contains("weather:temp"))
        #expect(text.contains("nyc/weather:temp"))
    }

    @Test("the override replaces every set's max age, and zero means unlimited", arguments: [(60, 60), (0, nil)])
    func override(seconds: Int64, expected: Int64?) throws {
        let plan = try HistoricalPlan(
            selections: SampleSets.selections("weather:temp", "delays:mean"), maxAgeOverrideSeconds: seconds)
        #expect(plan.requests.map(\.maxAgeSeconds) == [expected, expected])
    }

    @Test("without an override each set's own max age counts")
    func ownMaxAge() throws {
        let plan = try HistoricalPlan(selections: SampleSets.selections("weather:temp", "delays:mean"))
        #expect(plan.requests.map(\.maxAgeSeconds) == [7_200, 21_600])
    }

    @Test("the entities of all sets are needed once each")
    func entities() throws {
        let plan = try HistoricalPlan(selections: SampleSets.selections("weather:temp", "delays:mean"))
        #expect(try plan.entities().map(\.name) == ["origin", "carrier"])
    }

    @Test("an entity of two types is refused")
    func entityTypes() throws {
        let other = FeatureSet(
            reference: FeatureSetReference(project: "nyc", name: "gates"),
            entities: [Entity(name: "origin", type: .int64)], features: [Feature(name: "count", type: .int64)])
        let selections =
            SampleSets.selections("weather:temp")
            + [
                FeatureSelection(
                    asked: FeatureReference(featureSet: "gates", feature: "count"), featureSet: other, feature: 0)
            ]
        let plan = try HistoricalPlan(selections: selections)
        #expect(throws: PlanFault.self) { _ = try plan.entities() }
    }
}
