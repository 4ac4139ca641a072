import FeatureModel
import SQLiteAccess

/// Values ↔ SQLite's storage classes, losslessly.
///
/// Integers and booleans are INTEGER, strings TEXT, bytes BLOB, floating-point numbers REAL. SQLite would make NULL of
/// NaN; so a NaN is a BLOB of its bits (4 or 8 bytes, little-endian). Lists are BLOBs, see ``SQLiteListCoding``.
enum SQLiteRowCodec {
    /// What a column held.
    enum Reading {
        /// NULL.
        case null
        /// A value of the type asked for.
        case value(FeatureValue)
        /// Something that no value of the type is stored as.
        case unreadable
    }

    /// Binds a value.
    static func bind(_ value: FeatureValue, to statement: Statement, at place: Int32) throws(DatabaseError) {
        switch value {
        case .bytes(let value): try statement.bind(value, at: place)
        case .string(let value): try statement.bind(value, at: place)
        case .int32(let value): try statement.bind(Int64(value), at: place)
        case .int64(let value): try statement.bind(value, at: place)
        case .bool(let value): try statement.bind(value ? 1 : 0 as Int64, at: place)
        case .double(let value) where value.isNaN:
            try statement.bind(SQLiteListCoding.bytes(of: value.bitPattern), at: place)
        case .double(let value): try statement.bind(value, at: place)
        case .float(let value) where value.isNaN:
            try statement.bind(SQLiteListCoding.bytes(of: value.bitPattern), at: place)
        case .float(let value): try statement.bind(Double(value), at: place)
        default: try statement.bind(SQLiteListCoding.encode(value) ?? [], at: place)
        }
    }

    /// Reads a column of the current row.
    static func read(_ type: ValueType, from statement: Statement, column: Int32) -> Reading {
        switch (statement.storageClass(of: column), type) {
        case (.null, _): .null
        case (.integer, .int64): .value(.int64(statement.int64(column)))
        case (.integer, .int32): reading(Int32(exactly: statement.int64(column)).map { .int32($0) })
        case (.integer, .bool): .value(.bool(statement.int64(column) != 0))
        case (.text, .string): .value(.string(statement.text(column)))
        case (.real, .double): .value(.double(statement.double(column)))
        case (.real, .float): .value(.float(Float(statement.double(column))))
        case (.blob, .bytes): .value(.bytes(statement.blob(column)))
        case (.blob, .double), (.blob, .float): reading(notANumber(type, from: statement, column: column))
        case (.blob, let type) where type.isList:
            reading(statement.withBlob(column) { SQLiteListCoding.decode(type, from: $0) })
        default: .unreadable
        }
    }

    private static func reading(_ value: FeatureValue?) -> Reading {
        value.map { .value($0) } ?? .unreadable
    }

    private static func notANumber(_ type: ValueType, from statement: Statement, column: Int32) -> FeatureValue? {
        statement.withBlob(column) { bytes in
            switch (type, bytes.count) {
            case (.double, 8):
                .double(Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))))
            case (.float, 4):
                .float(Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))))
            default: nil
            }
        }
    }
}
