import Glibc

/// Finds the files that ship with the program: themes, the demo's data, the list of Debian packages.
///
/// They are where `LARDER_SHARE` points, else in `share/larder` beside the folder of the executable, else, in
/// development, in the package that the executable was built from. The binary works without them: the default theme is
/// built in.
struct ShareDirectory: Sendable {
    private let roots: [String]

    /// - Parameters:
    ///   - variables: the environment.
    ///   - executable: the path of the running program, absolute.
    init(variables: [String: String], executable: String) {
        if let named = variables["LARDER_SHARE"], !named.isEmpty {
            roots = [named]
            return
        }
        let folder = Self.parent(of: executable)
        var found = ["\(Self.parent(of: folder))/share/larder"]
        var ancestor = folder
        while ancestor != "/" {
            if access("\(ancestor)/Package.swift", R_OK) == 0, access("\(ancestor)/themes", R_OK) == 0 {
                found.append(ancestor)
                break
            }
            ancestor = Self.parent(of: ancestor)
        }
        roots = found
    }

    /// The folder of themes that ship with the program.
    var themes: [String] { roots.map { "\($0)/themes" } }

    /// A file of the demo; nil when it is not there.
    func demoFile(_ name: String) -> String? { existing(["demo/\(name)", "Sources/larder/Demo/\(name)"]) }

    /// The list of Debian packages; nil when it is not there.
    var packageList: String? { existing(["debian-packages"]) }

    private func existing(_ candidates: [String]) -> String? {
        roots.lazy.flatMap { root in candidates.map { "\(root)/\($0)" } }.first { access($0, R_OK) == 0 }
    }

    private static func parent(of path: String) -> String {
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        return "/" + parent
    }
}
