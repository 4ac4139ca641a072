import FaultKit
import Glibc
import Testing

@testable import larder

@Suite("Shipped files")
struct ShareDirectoryTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func make(_ names: String...) throws {
        for name in names { try #require(mkdir(folder.path(name), 0o755) == 0) }
    }

    @Test("LARDER_SHARE wins over everything else")
    func named() throws {
        try make("share", "share/demo")
        try folder.write("x", to: "share/demo/weather.csv.gz")
        let share = ShareDirectory(
            variables: ["LARDER_SHARE": folder.path("share")], executable: "/usr/bin/larder")
        #expect(share.demoFile("weather.csv.gz") == folder.path("share/demo/weather.csv.gz"))
        #expect(share.themes == [folder.path("share/themes")])
        #expect(share.packageList == nil)
    }

    @Test("an installed program finds them beside its own folder")
    func installed() throws {
        try make("bin", "share", "share/larder")
        try folder.write("x", to: "share/larder/debian-packages")
        let share = ShareDirectory(variables: [:], executable: folder.path("bin/larder"))
        #expect(share.packageList == folder.path("share/larder/debian-packages"))
    }

    @Test("a built program finds them in its package")
    func development() throws {
        try make("themes", ".build", ".build/debug", "Sources", "Sources/larder", "Sources/larder/Demo")
        try folder.write("x", to: "Package.swift")
        try folder.write("x", to: "Sources/larder/Demo/weather.csv.gz")
        let share = ShareDirectory(variables: ["LARDER_SHARE": ""], executable: folder.path(".build/debug/larder"))
        #expect(share.demoFile("weather.csv.gz") == folder.path("Sources/larder/Demo/weather.csv.gz"))
        #expect(share.themes.contains(folder.path("themes")))
    }

    @Test("what is nowhere is not there")
    func absent() {
        let share = ShareDirectory(variables: [:], executable: folder.path("bin/larder"))
        #expect(share.demoFile("weather.csv.gz") == nil)
    }
}
