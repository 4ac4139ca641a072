import FeatureModel
import SQLiteAccess
import StorageContract
import Testing

@testable import SQLiteConnector

@Suite("Seeks in SQLite")
struct SQLiteRowReaderTests {
    @Test("go through the primary key and sort nothing", arguments: [1, 3])
    func plan(_ entities: Int) async throws {
        let fixture = try SQLiteFixture()
        let featureSet = Sample.featureSet(
            "weather", entities: (0..<entities).map { Entity(name: "e\($0)", type: .string) },
            features: [Feature(name: "temp", type: .double)])
        let sink = SQLiteFeatureSink(fixture.configuration)
        try await sink.prepareWrite(featureSet)
        let database = try fixture.database()
        for question in [SQLiteRowReader.Question.newest, .asOf] {
            let sql = SQLiteRowReader.seek(
                question, columns: SQLiteColumn.times.map(\.quoted), table: SQLiteTable(featureSet))
            let steps = try database.prepare("EXPLAIN QUERY PLAN " + sql)
            var plan: [String] = []
            while try steps.step() { plan.append(steps.text(3)) }
            #expect(plan.count == 1)
            #expect(plan.first?.contains("USING PRIMARY KEY") == true, "\(plan)")
            #expect(plan.first?.contains("e\(entities - 1)=?") == true, "\(plan)")
            if case .asOf = question { #expect(plan.first?.contains("event_timestamp") == true, "\(plan)") }
        }
    }
}
