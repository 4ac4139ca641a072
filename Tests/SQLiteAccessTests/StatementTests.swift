import FaultKit
import SQLiteAccess
import Testing

@Suite("A statement")
struct StatementTests {
    private let folder: TemporaryFolder
    private let connection: Connection

    init() throws {
        folder = try TemporaryFolder()
        connection = try Connection(path: folder.path + "/data.db")
        try connection.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, value)")
    }

    private func store(_ bind: (Statement) throws -> Void) throws -> Statement {
        let insert = try connection.statement("INSERT OR REPLACE INTO t VALUES (1, ?1)")
        try bind(insert)
        try insert.run()
        let select = try connection.prepare("SELECT value FROM t")
        #expect(try select.step())
        return select
    }

    @Test(
        "keeps text to the byte",
        arguments: ["", "é", "e\u{301}", "a\0b", "'; DROP TABLE t; --", String(repeating: "x", count: 100_000)])
    func text(_ text: String) throws {
        let row = try store { try $0.bind(text, at: 1) }
        #expect(row.storageClass(of: 0) == .text)
        #expect(Array(row.text(0).utf8) == Array(text.utf8))
    }

    @Test("keeps blobs, the empty one included", arguments: [[], [0], [UInt8](repeating: 255, count: 1 << 20)])
    func blob(_ bytes: [UInt8]) throws {
        let row = try store { try $0.bind(bytes, at: 1) }
        #expect(row.storageClass(of: 0) == .blob)
        #expect(row.blob(0) == bytes)
    }

    @Test("keeps blobs that it does not copy", arguments: [0, 1, 1 << 20])
    func blobInPlace(_ size: Int) throws {
        let bytes = [UInt8](repeating: 9, count: size)
        let insert = try connection.statement("INSERT INTO t VALUES (?1, ?2)")
        try insert.bind(5 as Int64, at: 1)
        try insert.run(binding: bytes, at: 2)
        let select = try connection.statement("SELECT value FROM t WHERE id = 5")
        #expect(try select.step())
        #expect(select.blob(0) == bytes)
    }

    @Test("keeps integers to the ends", arguments: [0, -1, .max, .min] as [Int64])
    func integers(_ number: Int64) throws {
        let row = try store { try $0.bind(number, at: 1) }
        #expect(row.int64(0) == number)
    }

    @Test(
        "keeps floating-point numbers, the sign of zero included",
        arguments: [0.1, -0.0, .infinity, .leastNonzeroMagnitude])
    func doubles(_ number: Double) throws {
        let row = try store { try $0.bind(number, at: 1) }
        #expect(row.double(0).bitPattern == number.bitPattern)
    }

    @Test("null is null")
    func null() throws {
        let row = try store { try $0.bind(nil as String?, at: 1) }
        #expect(row.storageClass(of: 0) == .null)
        #expect(row.optionalText(0) == nil)
    }

    @Test("a value above the limit is too big, and the statement can be used again")
    func tooBig() throws {
        connection.limitLength(to: 1_000)
        let insert = try connection.statement("INSERT INTO t VALUES (9, ?1)")
        let error = #expect(throws: DatabaseError.self) {
            try insert.bind([UInt8](repeating: 1, count: 2_000), at: 1)
        }
        #expect(error?.condition == .tooBig)
        try insert.bind([1], at: 1)
        try insert.run()
        #expect(try connection.integer("SELECT count(*) FROM t WHERE id = 9") == 1)
    }

    @Test("an error never repeats a bound value")
    func errorsWithoutValues() throws {
        let insert = try connection.statement("INSERT INTO t VALUES (1, ?1)")
        try insert.bind("hunter2", at: 1)
        try insert.run()
        let error = #expect(throws: DatabaseError.self) { try insert.run() }
        #expect(error?.condition == .constraint)
        #expect(error.map { !"\($0) \($0.message)".contains("hunter2") } == true)
    }

    @Test("nonsense is refused with SQLite's words")
    func nonsense() {
        let error = #expect(throws: DatabaseError.self) { try connection.prepare("SELEKT 1") }
        #expect(error?.condition == .other)
        #expect(error?.advice.contains("SELEKT") == true)
    }
}
