import Glibc

/// Compares the Debian packages that Larder needs with those that are installed.
struct PackageCheck {
    /// The file that names them; nil when it did not come with the program.
    let list: String?
    /// The system's list of what is installed.
    var database = "/var/lib/dpkg/status"

    var findings: [Finding] {
        guard let list, let text = try? DocumentFile.read(list) else {
            return [
                Finding(
                    "packages", .warn, "the list of packages is not beside this program", advice: "set LARDER_SHARE")
            ]
        }
        guard let installed = installedPackages() else {
            return [Finding("packages", .warn, "this is no Debian system: the libraries cannot be checked by name")]
        }
        let needed = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(Self.entry)
        let missing = needed.filter { !installed.contains($0.name) }
        guard !missing.isEmpty else {
            return [Finding("packages", .ok, "all \(needed.count) are installed")]
        }
        return missing.map { package in
            Finding(
                "package \(package.name)", package.isForTests ? .warn : .fail, "not installed: \(package.purpose)",
                advice: "make deps, or apt-get install \(package.name)")
        }
    }

    private struct Package {
        let name: String
        let isForTests: Bool
        let purpose: String
    }

    private static func entry(_ line: Substring) -> Package? {
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count == 3 else { return nil }
        return Package(
            name: String(words[0]), isForTests: words[1] == "test",
            purpose: String(words[2].drop { $0 == " " }))
    }

    private func installedPackages() -> Set<String>? {
        guard let file = fopen(database, "re") else { return nil }
        defer { fclose(file) }
        var names: Set<String> = []
        var name = ""
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        while getline(&line, &capacity, file) > 0, let text = line.map({ String(cString: $0) }) {
            if text.hasPrefix("Package: ") { name = String(text.dropFirst(9).dropLast()) }
            if text.hasPrefix("Status: "), text.contains("ok installed") { names.insert(name) }
        }
        return names
    }
}
