import FaultKit
import Operations
import Testing

@testable import larder

@Suite("Written files")
struct WrittenFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("a file is written whole, in folders that are made for it")
    func written() throws {
        let directory = folder.path("a/b")
        try WrittenFile.write("text\n", to: directory + "/f", inNewFolder: directory, replaces: false)
        #expect(try folder.text(of: "a/b/f") == "text\n")
    }

    @Test("a file that is there is refused, and stays as it is")
    func refused() throws {
        try folder.write("old", to: "f")
        let error = #expect(throws: OperationError.self) {
            try WrittenFile.write("new", to: folder.path("f"), inNewFolder: folder.path, replaces: false)
        }
        #expect(error?.code == .refused)
        #expect(error?.hint?.contains("--yes") == true)
        #expect(try folder.text(of: "f") == "old")
        try WrittenFile.write("new", to: folder.path("f"), inNewFolder: folder.path, replaces: true)
        #expect(try folder.text(of: "f") == "new")
        #expect(try folder.names() == ["f"])
    }

    @Test("a folder that cannot be made is named")
    func unwritable() {
        let error = #expect(throws: OperationError.self) {
            try WrittenFile.write("x", to: "/proc/nosuch/f", inNewFolder: "/proc/nosuch", replaces: true)
        }
        #expect(error?.target == "/proc/nosuch")
    }
}
