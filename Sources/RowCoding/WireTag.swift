/// The tags (number and wire type in one) of the messages that rows are made of; the numbers are those of the `.proto`
/// files in FeastProtos.
enum WireTag {
    static let fieldName: UInt32 = 1 << 3 | 2
    static let fieldValue: UInt32 = 2 << 3 | 2

    static let rowFields: UInt32 = 2 << 3 | 2
    static let rowEventTimestamp: UInt32 = 3 << 3 | 2
    static let rowFeatureSet: UInt32 = 6 << 3 | 2
    static let rowIngestionID: UInt32 = 7 << 3 | 2

    static let keyFeatureSet: UInt32 = 2 << 3 | 2
    static let keyEntities: UInt32 = 3 << 3 | 2

    static let timestampSeconds: UInt32 = 1 << 3
    static let timestampNanos: UInt32 = 2 << 3

    static let bytes: UInt32 = 1 << 3 | 2
    static let string: UInt32 = 2 << 3 | 2
    static let int32: UInt32 = 3 << 3
    static let int64: UInt32 = 4 << 3
    static let double: UInt32 = 5 << 3 | 1
    static let float: UInt32 = 6 << 3 | 5
    static let bool: UInt32 = 7 << 3
    static let bytesList: UInt32 = 11 << 3 | 2
    static let stringList: UInt32 = 12 << 3 | 2
    static let int32List: UInt32 = 13 << 3 | 2
    static let int64List: UInt32 = 14 << 3 | 2
    static let doubleList: UInt32 = 15 << 3 | 2
    static let floatList: UInt32 = 16 << 3 | 2
    static let boolList: UInt32 = 17 << 3 | 2

    /// Field 1 of every list message, as its items may stand there: packed or length-delimited, or one by one.
    static let itemDelimited: UInt32 = 1 << 3 | 2
    static let itemVarint: UInt32 = 1 << 3
    static let itemFixed64: UInt32 = 1 << 3 | 1
    static let itemFixed32: UInt32 = 1 << 3 | 5
}
