import FeatureModel
import Testing

@testable import Ingestion

@Suite("Rows are judged one by one")
struct RowValidatorTests {
    private static let position = SourcePosition(partition: 0, offset: 7)
    private static let created = Timestamp(seconds: 99)

    private func validate(_ row: FeatureRow) throws(RowRejection) -> ValidatedRow {
        var validator = RowValidator(Weather.featureSet)
        return try validator.validate(row, position: Self.position, createdTimestamp: Self.created)
    }

    private func rejection(_ row: FeatureRow) -> RowRejection? {
        do throws(RowRejection) {
            _ = try validate(row)
            return nil
        } catch {
            return error
        }
    }

    @Test("values stand by position, the key in the order of the entities' names")
    func positions() throws {
        let row = try validate(Weather.row())
        #expect(row.key == EntityKey([.int32(6), .string("JFK")]))
        #expect(row.features == [.double(39.5), .int64(12), nil])
        #expect(row.eventTimestamp == Timestamp(seconds: 1_357_020_000))
        #expect(row.createdTimestamp == Self.created)
        #expect(row.position == Self.position)
        #expect(row.ingestionID == "ing-1")
    }

    @Test("fields come in any order, and in another one in every row")
    func order() throws {
        var validator = RowValidator(Weather.featureSet)
        for _ in 0..<20 {
            let row = try validator.validate(
                Weather.row(Weather.fields().shuffled()), position: Self.position, createdTimestamp: Self.created)
            #expect(row.features == [.double(39.5), .int64(12), nil])
        }
    }

    @Test("a field that the feature set does not know is dropped")
    func unknownField() throws {
        let fields = [Field(name: "pressure", value: .double(1))] + Weather.fields()
        #expect(try validate(Weather.row(fields)).features == [.double(39.5), .int64(12), nil])
    }

    @Test("a feature that was not sent is null")
    func missingFeature() throws {
        let fields = Weather.fields().filter { $0.name != "temp" }
        #expect(try validate(Weather.row(fields)).features == [nil, .int64(12), nil])
    }

    @Test("a field that stands twice with the same value counts once")
    func exactDuplicate() throws {
        let fields = Weather.fields(temp: .double(.nan)) + Weather.fields(temp: .double(.nan))
        let row = try validate(Weather.row(fields))
        #expect(row.features[0]?.isIdentical(to: .double(.nan)) == true)
        #expect(row.features[1...] == [.int64(12), nil])
    }

    @Test(
        "a field that stands twice with different values is refused",
        arguments: [
            Field(name: "temp", value: .double(40)), Field(name: "temp", value: nil),
            Field(name: "note", value: .string("")), Field(name: "origin", value: .string("LGA")),
        ])
    func conflictingDuplicate(field: Field) {
        let rejection = rejection(Weather.row(Weather.fields() + [field]))
        #expect(rejection?.reason == .conflictingField)
        #expect(rejection?.message.contains(field.name) == true)
    }

    @Test("a value of another type is refused, naming the field, what was expected and what came")
    func wrongType() {
        let rejection = rejection(Weather.row(Weather.fields(temp: .string("cold"))))
        #expect(rejection == RowRejection(.validate, .wrongType, "temp: expected DOUBLE, got STRING"))
    }

    @Test("an entity of another integer type is refused: it would be another key")
    func wrongEntityType() {
        #expect(rejection(Weather.row(Weather.fields(hour: .int64(6))))?.reason == .wrongType)
    }

    @Test("a row without one of its entities, or with a null one, is refused")
    func missingEntity() {
        let without = Weather.fields().filter { $0.name != "hour" }
        #expect(
            rejection(Weather.row(without))
                == RowRejection(.validate, .missingEntity, "the entity hour (INT32) is missing"))
        #expect(
            rejection(Weather.row(Weather.fields(origin: nil)))
                == RowRejection(.validate, .missingEntity, "the entity origin (STRING) is null"))
    }

    @Test("a row without an event time has the epoch's")
    func missingTime() throws {
        #expect(try validate(Weather.row(at: nil)).eventTimestamp == .zero)
    }

    @Test("times of the years 1 to 9999 are taken, others refused", arguments: [-1, 0, 1])
    func timeBounds(shift: Int64) throws {
        let early = Timestamp(seconds: Timestamp.earliest.seconds + shift)
        let late = Timestamp(seconds: Timestamp.latest.seconds + shift)
        #expect((rejection(Weather.row(at: early))?.reason == .badTimestamp) == (shift < 0))
        #expect((rejection(Weather.row(at: late))?.reason == .badTimestamp) == (shift > 0))
    }

    @Test("a refused row leaves no trace in the next one")
    func independence() throws {
        var validator = RowValidator(Weather.featureSet)
        let bad = Weather.row(Weather.fields(temp: .bool(true)))
        #expect(throws: RowRejection.self) {
            try validator.validate(bad, position: Self.position, createdTimestamp: Self.created)
        }
        let row = try validator.validate(
            Weather.row(Weather.fields().filter { $0.name != "wind" }), position: Self.position,
            createdTimestamp: Self.created)
        #expect(row.features == [.double(39.5), nil, nil])
    }
}
