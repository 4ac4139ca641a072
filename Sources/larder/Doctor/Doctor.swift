import ConsoleKit
import CursesTerminal
import FeatureModel
import Glibc
import Operations
import Screens
import Services
import TextCanvas
import Themes

/// Looks at the machine and the workspace: packages, terminal, files, configuration, stores, clocks.
struct Doctor: Sendable {
    let options: CommandOptions

    /// Looks at everything; what cannot be looked at is a finding too.
    func examine() async -> [Finding] {
        let share = ShareDirectory(variables: RunningProgram.variables, executable: RunningProgram.executable)
        return [program] + PackageCheck(list: share.packageList).findings + terminal + themes(share)
            + (await workspaceFindings())
    }

    private var program: Finding {
        Finding("larder", .ok, "version \(RunningProgram.version), \(RunningProgram.executable)")
    }

    private var terminal: [Finding] {
        let variables = RunningProgram.variables
        let name = variables["TERM"] ?? ""
        let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { variables[$0] }.first { !$0.isEmpty } ?? "C"
        let isUTF8 = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
        return [
            name.isEmpty || name == "dumb"
                ? Finding(
                    "terminal", isTerminal ? .fail : .warn, "TERM is \(name.isEmpty ? "not set" : name)",
                    advice: "the console needs a terminal that can move its cursor, such as TERM=xterm-256color")
                : Finding("terminal", .ok, "TERM is \(name)" + (isTerminal ? "" : ", not connected here")),
            isUTF8
                ? Finding("locale", .ok, locale)
                : Finding("locale", .warn, locale, advice: "set LANG=C.UTF-8 for the Unicode glyphs"),
        ]
    }

    private func themes(_ share: ShareDirectory) -> [Finding] {
        let library = ThemeShelf.library(workspace: options.workspaceOptions.place.directory)
        let broken = library.entries().filter { !$0.problems.isEmpty }
        guard broken.isEmpty else {
            return broken.map { entry in
                Finding(
                    "theme \(entry.name)", .fail, entry.problems.map(\.description).joined(separator: "; "),
                    advice: "larder themes check \(entry.path ?? entry.name)")
            }
        }
        return [Finding("themes", .ok, library.names.joined(separator: ", "))]
    }

    private func workspaceFindings() async -> [Finding] {
        do throws(OperationError) {
            let session = try await Session.open(options)
            let findings = await findings(of: session)
            await session.close()
            return findings
        } catch {
            return [Finding("workspace", .fail, error.message, advice: error.hint)]
        }
    }

    private func findings(of session: Session) async -> [Finding] {
        let summary = session.operations.workspace
        var findings = [
            Finding(
                "workspace", .ok,
                summary.directory + (summary.configurationPath == nil ? ", no larder.yaml: the defaults count" : "")),
            clock(session),
        ]
        findings += keys(session.operations)
        do throws(OperationError) {
            for store in try await session.operations.stores.list() {
                findings.append(await check(store.name, session))
            }
        } catch {
            findings.append(Finding("stores", .fail, error.message, advice: error.hint))
        }
        return findings
    }

    private func clock(_ session: Session) -> Finding {
        let now = SystemTime.now()
        // A clock before the program was written stands wrong: leases and created times would lie.
        let earliest = Timestamp(seconds: 1_735_689_600)
        guard now > earliest else {
            return Finding("clock", .fail, now.description, advice: "set the system's clock")
        }
        let asOf = session.operations.workspace.asOf.map { ", freshness is judged as of \($0)" } ?? ""
        return Finding("clock", .ok, now.description + asOf)
    }

    private func keys(_ operations: Operations) -> [Finding] {
        do throws(OperationError) {
            let catalog = LarderScreens.catalog(operations)
            let overrides = try KeyFileOfWorkspace.read(in: operations.workspace.directory, for: catalog.keymap)
            let problems = overrides.problems + catalog.keyProblems(overrides.keys)
            let fact = overrides.keys.isEmpty ? "the standard ones" : "\(overrides.keys.count) of your own"
            return problems.isEmpty
                ? [Finding("keys", .ok, fact)]
                : problems.map { Finding("keys", .fail, $0.description, advice: "change keys.yaml") }
        } catch {
            return [Finding("keys", .fail, error.message, advice: error.hint)]
        }
    }

    private func check(_ name: StoreName, _ session: Session) async -> Finding {
        do throws(OperationError) {
            let check = try await session.operations.stores.check(name)
            if let error = check.error { return Finding("store \(name)", .fail, error.message, advice: error.hint) }
            let latency = check.store.health.latencyMilliseconds.map { ", \(StoreText.rounded($0)) ms" } ?? ""
            return Finding("store \(name)", .ok, "\(check.store.type) \(check.store.endpoint ?? "")\(latency)")
        } catch {
            return Finding("store \(name)", .fail, error.message, advice: error.hint)
        }
    }
}
