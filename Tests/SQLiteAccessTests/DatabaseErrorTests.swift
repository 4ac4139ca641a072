import Glibc
import Testing

@testable import SQLiteAccess

@Suite("A database error")
struct DatabaseErrorTests {
    @Test(
        "sorts SQLite's codes, extended or not",
        arguments: zip(
            [5, 261, 6, 13, 11, 267, 26, 8, 1032, 3, 14, 10, 266, 18, 19, 1555, 9, 7, 1, 21] as [Int32],
            [
                .busy, .busy, .busy, .full, .damaged, .damaged, .damaged, .denied, .denied, .denied, .missing,
                .unreadable, .unreadable, .tooBig, .constraint, .constraint, .interrupted, .outOfMemory, .other, .other,
            ] as [DatabaseError.Condition]))
    func codes(_ code: Int32, _ condition: DatabaseError.Condition) {
        #expect(DatabaseError.condition(code: code, systemError: 0) == condition)
    }

    @Test("finds a full disk and a missing right behind what SQLite says")
    func systemErrors() {
        #expect(DatabaseError.condition(code: 778, systemError: ENOSPC) == .full)
        #expect(DatabaseError.condition(code: 14, systemError: EDQUOT) == .full)
        #expect(DatabaseError.condition(code: 14, systemError: EACCES) == .denied)
        #expect(DatabaseError.condition(code: 1, systemError: ENOSPC) == .other)
    }

    @Test("gives advice that names the file")
    func advice() {
        for condition in [DatabaseError.Condition.busy, .full, .damaged, .denied, .missing, .foreign, .closed] {
            #expect(DatabaseError(condition, code: 1, message: "m", path: "/a/b.db").advice.contains("/a/b.db"))
        }
    }
}
