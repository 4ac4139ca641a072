import FeatureModel
import Testing

@Suite("Values")
struct FeatureValueTests {
    @Test("identity is of bits: NaN is itself and -0 is not 0")
    func identity() {
        #expect(FeatureValue.double(.nan).isIdentical(to: .double(.nan)))
        #expect(FeatureValue.double(.nan) != .double(.nan))
        #expect(!FeatureValue.float(0).isIdentical(to: .float(-0.0)))
        #expect(FeatureValue.float(0) == .float(-0.0))
        #expect(FeatureValue.doubleList([.nan, 1]).isIdentical(to: .doubleList([.nan, 1])))
        #expect(!FeatureValue.floatList([0]).isIdentical(to: .floatList([-0.0])))
        #expect(!FeatureValue.int32(5).isIdentical(to: .int64(5)))
        #expect(FeatureValue.stringList(["a"]).isIdentical(to: .stringList(["a"])))
    }

    @Test("types have Feast's numbers and names, and lists know their items")
    func types() {
        #expect(ValueType.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, 17])
        for type in ValueType.allCases {
            #expect(ValueType(name: type.name) == type)
            #expect(type.isList == type.name.hasSuffix("_LIST"))
            #expect(type.element.name == type.name.replacing("_LIST", with: ""))
        }
        #expect(ValueType(name: "int64") == nil)
        #expect(ValueType(name: "") == nil)
    }

    @Test("a value knows its type")
    func typeOfValue() {
        let values: [FeatureValue] = [
            .bytes([]), .string(""), .int32(0), .int64(0), .double(0), .float(0), .bool(false), .bytesList([]),
            .stringList([]), .int32List([]), .int64List([]), .doubleList([]), .floatList([]), .boolList([]),
        ]
        #expect(values.map(\.type) == ValueType.allCases)
    }
}
