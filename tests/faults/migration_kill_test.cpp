// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/hostel_file.h"
#include "core/services/keeping/restoring.h"
#include "core/storage/database.h"
#include "core/storage/migrator.h"
#include "core/storage/query.h"
#include "tests/faults/child.h"
#include "tests/faults/fault_plans.h"
#include "tests/faults/raw_vault.h"
#include "tests/faults/shift.h"
#include "tests/faults/sizes.h"
#include "tests/support/table_columns.h"

namespace keywork::test::migration_kill_test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRows = 20;
constexpr qsizetype kVersionsApart = 7;

Result<std::unique_ptr<Database>> opened(const QString &path, const VaultFile &vault)
{
    return Database::open(path, Protection::Vault, vault.historyKey());
}

/// As the program does it at the sign-in.
Done broughtUpToDate(const QString &path)
{
    const auto vault = VaultFile::unlock(path, kManager, kPassword);
    if (!vault)
        return vault.error();
    const auto database = opened(path, **vault);
    return database ? migrate(**database) : Done(database.error());
}

/// A row in which every column that has to holds something, whatever the columns of that version are.
QString insertOf(Database &database, const QString &table, int row)
{
    QStringList names;
    QStringList values;
    for (const TableColumn &column : columnsOf(database, table)) {
        const bool isKey = column.name == u"id" || column.name == u"person_id";
        names.append(column.name);
        values.append(isKey                 ? QString::number(row)
                : !column.mayNotBeNull      ? u"NULL"_s
                : column.type == u"INTEGER" ? u"1"_s
                                            : u"'%1 %2'"_s.arg(column.name).arg(row));
    }
    return u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, names.join(u", "_s), values.join(u", "_s));
}

/// A closed file as the program of that version left it, with people in it.
HostelImage fileOfVersion(qsizetype version)
{
    const Bench bench;
    {
        auto made = VaultFile::create(
            bench.path, {u"Cairn Street"_s, kManager, 1, kPassword, HostelFile::makeRecoveryKey(), KdfCost::forTests()});
        const auto vault = std::move(need(made));
        auto database = opened(bench.path, *vault);
        need(migrate(*need(database), migrations().mid(0, version)));
        for (int row = 1; version > 0 && row <= kRows; ++row)
            for (const QString &table : {u"person"_s, u"stay"_s})
                need(run(**database, insertOf(**database, table, row)));
    }
    return HostelImage::readFrom(bench.path, {});
}

/// What a file is, seen from outside.
struct Shape {
    qsizetype version = -1;
    QStringList schema;
    QStringList rows; ///< in the columns of the first schema
    QStringList problems;
};

Shape shapeOf(const QString &path)
{
    static const QString firstColumns = u"id, number, given_name, family_name, conditions"_s;
    const QTemporaryDir folder;
    Shape shape;
    QString why;
    const auto vault = RawVault::open(copyWithLog(path, folder.path()), why);
    if (!vault) {
        shape.problems.append(why);
        return shape;
    }
    shape.version = vault->cell(u"PRAGMA user_version"_s).toInteger();
    for (const Cells &part : vault->rows(u"SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1"_s))
        shape.schema.append(part.first().toString());
    if (shape.version > 0) {
        for (const Cells &row : vault->rows(u"SELECT "_s + firstColumns + u" FROM person ORDER BY id"_s))
            for (const QJsonValue &cell : row)
                shape.rows.append(cell.toVariant().toString());
        vault->rows(u"INSERT INTO search_text (search_text) VALUES ('integrity-check')"_s);
    }
    for (const Cells &line : vault->rows(u"PRAGMA integrity_check"_s))
        if (line.first().toString() != u"ok")
            shape.problems.append(line.first().toString());
    if (!vault->rows(u"PRAGMA foreign_key_check"_s).isEmpty())
        shape.problems.append(u"foreign keys"_s);
    shape.problems += vault->errors;
    return shape;
}

/// The shape of each version, made without any fault.
const QList<Shape> &wholeShapes()
{
    static const QList<Shape> shapes = [] {
        QList<Shape> made;
        const Bench bench;
        for (qsizetype version = 0; version <= migrations().size(); ++version) {
            bench.put(fileOfVersion(version));
            made.append(shapeOf(bench.path));
            REQUIRE(made.last().version == version);
            REQUIRE(made.last().problems.isEmpty());
            REQUIRE(made.last().rows.size() == (version > 0 ? 5 * kRows : 0));
        }
        return made;
    }();
    return shapes;
}

QStringList wrongWith(const Shape &shape, qsizetype from)
{
    QStringList wrong = shape.problems;
    if (shape.version < from || shape.version > migrations().size())
        return wrong + QStringList{u"it is at version %1"_s.arg(shape.version)};
    if (shape.schema != wholeShapes().at(shape.version).schema)
        wrong.append(u"its tables are not those of version %1"_s.arg(shape.version));
    if (from > 0 && shape.rows != wholeShapes().at(from).rows)
        wrong.append(u"its people are not those of before"_s);
    return wrong;
}

DiskCounts callsOfMigration(const HostelImage &image)
{
    const Bench bench;
    bench.put(image);
    startCounting();
    const Done done = broughtUpToDate(bench.path);
    const DiskCounts counts = stopCounting();
    REQUIRE(bool(done));
    return counts;
}

bool migrateWithFault(const QString &path, const FaultPlan &plan, QStringList &violations)
{
    Child child([&](const Say &say) {
        armFault(plan);
        (void)broughtUpToDate(path);
        say(u"%1"_s.arg(disarmFault()));
    });
    const QStringList lines = child.ended();
    if (lines.isEmpty())
        violations.append(u"the program ended: signal %1, code %2"_s.arg(child.signalNumber()).arg(child.exitCode()));
    return lines.value(0).toInt() > 0;
}

} // namespace

TEST_CASE("Wherever a migration breaks off, the file is at a whole version and migrates the next time")
{
    Campaign campaign(u"broken migrations"_s);
    const Bench bench;
    int struck = 0;
    int stayed = 0;
    // In short, versions at some distance, and always the last one: every step is passed on the way from the first.
    const qsizetype stride = Size::isFull() ? 1 : kVersionsApart;
    for (qsizetype from = (migrations().size() - 1) % stride; from < migrations().size(); from += stride) {
        const HostelImage image = fileOfVersion(from);
        const int each = std::max(1, kMigrationPoints.now() * int(stride) / int(migrations().size()));
        for (const FaultPlan &plan : plansFor(callsOfMigration(image), each, 1, 0)) {
            bench.put(image);
            QStringList violations;
            struck += migrateWithFault(bench.path, plan, violations);
            const Shape broken = shapeOf(bench.path);
            stayed += broken.version == from;
            violations += wrongWith(broken, from);
            if (const Done again = broughtUpToDate(bench.path); !again)
                violations.append(u"migrating again: error %1 %2"_s.arg(int(again.error().kind)).arg(again.error().detail));
            const Shape after = shapeOf(bench.path);
            violations += wrongWith(after, from);
            if (after.version != migrations().size())
                violations.append(u"migrating again ended at version %1"_s.arg(after.version));
            campaign.point(u"from version %1, %2"_s.arg(from).arg(textOf(plan)), violations);
        }
    }
    CHECK(struck * 10 > campaign.points() * 9);
    CHECK(stayed > 0);
    campaign.finish();
}

TEST_CASE("The backup that is made before an update can be looked into and restored by the updated program")
{
    const Bench bench;
    bench.put(fileOfVersion(migrations().size() - 1));
    RestoreWish wish;
    wish.backup = bench.path;
    wish.target = bench.path + u"-restored"_s;
    wish.key = {.name = kManager, .password = kPassword};
    wish.at = kNow;
    wish.onlyLook = true;
    CHECK(need(restoreBackup(wish)).problems.isEmpty());
    CHECK_FALSE(QFile::exists(wish.target));
    wish.onlyLook = false;
    CHECK(need(restoreBackup(wish)).findings == 0);
    CHECK(shapeOf(wish.target).version == migrations().size());
}

TEST_CASE("A file of a later version is refused and not touched")
{
    const Bench bench;
    bench.put(closedHostel());
    {
        auto unlocked = VaultFile::unlock(bench.path, kManager, kPassword);
        auto database = opened(bench.path, *need(unlocked));
        need(run(*need(database), u"PRAGMA user_version = %1"_s.arg(migrations().size() + 1)));
    }
    const HostelImage before = HostelImage::readFrom(bench.path, {});
    REQUIRE(before.main != closedHostel().main);
    REQUIRE(before.log.isEmpty());
    {
        const SetClock clock(kNow);
        auto file = HostelFile::choose(bench.path, clock);
        const auto hostel = need(file)->signIn(kManager, kPassword);
        REQUIRE_FALSE(bool(hostel));
        CHECK(hostel.error().kind == ErrorKind::NewerVersion);
    }
    const HostelImage after = HostelImage::readFrom(bench.path, {});
    CHECK(after.main == before.main);
    CHECK(after.log.isEmpty());
}

} // namespace keywork::test::migration_kill_test
