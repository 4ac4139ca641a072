import FaultKit
import Glibc
import Testing

@testable import larder

@Suite("Removing folders")
struct FolderRemovalTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("a folder goes with everything in it")
    func whole() throws {
        #expect(mkdir(folder.path("a"), 0o755) == 0)
        #expect(mkdir(folder.path("a/b"), 0o755) == 0)
        try folder.write("x", to: "a/b/.hidden")
        try folder.write("x", to: "other")
        try FolderRemoval.remove(folder.path("a"))
        #expect(try folder.names() == ["other"])
    }

    @Test("links are removed, what they point to stays")
    func links() throws {
        #expect(mkdir(folder.path("kept"), 0o755) == 0)
        try folder.write("x", to: "kept/file")
        #expect(mkdir(folder.path("gone"), 0o755) == 0)
        #expect(symlink(folder.path("kept"), folder.path("gone/link")) == 0)
        #expect(symlink(folder.path("kept"), folder.path("link")) == 0)
        try FolderRemoval.remove(folder.path("gone"))
        try FolderRemoval.remove(folder.path("link"))
        #expect(try folder.names() == ["kept"])
        #expect(try folder.text(of: "kept/file") == "x")
    }

    @Test("what is not there is fine")
    func absent() throws {
        try FolderRemoval.remove(folder.path("nosuch"))
        #expect(try folder.names().isEmpty)
    }
}
