// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/query.h"
#include "tests/core/services/emergency/act_now_desk.h"
#include "tests/support/campaign.h"

#include <QRandomGenerator>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace keywork::test::act_now_kills_test {

namespace {

constexpr Size kPressKills{60, 500};
constexpr int kKillsOfOneHostel = 60; // a file grows with each
constexpr int kMostAcknowledged = 14;
constexpr int kLongestAfterMicroseconds = 4'000;

/// The presses of one emergency after another, as quick as they go; nothing in here may use Catch. Says each that was
/// confirmed: "+id" pressed, "-id" taken back.
class Presser {
public:
    Presser(const QString &path, quint32 seed, int pipe)
        : m_random(seed)
        , m_pipe(pipe)
        , m_path(path)
        , m_clock(QDateTime(QDate(2026, 10, 5), QTime(1, 0), Qt::UTC))
        , m_actNow(path, SeenHeads(), m_clock, m_steady)
    {
    }

    [[noreturn]] void work()
    {
        auto chosen = HostelFile::choose(m_path, m_clock);
        if (!chosen)
            _exit(1);
        m_file = std::move(*chosen);
        if (m_random.bounded(2) == 0)
            signIn();
        QString emergency = m_actNow.start();
        for (;;) {
            step(emergency);
            switch (m_random.bounded(12)) {
            case 0:
                m_actNow.end(emergency);
                emergency = m_actNow.start();
                break;
            case 1:
                takeBack(emergency);
                break;
            case 2:
                m_hostel ? lock() : signIn();
                break;
            default:
                break;
            }
        }
    }

private:
    void say(char what, const QString &press)
    {
        const QByteArray line = what + press.toLatin1() + '\n';
        if (::write(m_pipe, line.constData(), size_t(line.size())) != line.size())
            _exit(2);
    }
    void step(const QString &emergency)
    {
        m_steady.pass(700);
        m_clock.set(m_clock.now().addMSecs(m_random.bounded(40) == 0 ? -7'200'000 : 700));
        const auto kind = OverdoseStepKind(m_random.bounded(int(Codes<OverdoseStepKind>::options.size())));
        const auto kept = m_actNow.press(emergency, {.step = kind, .words = QStringLiteral("as it was")});
        if (kept.in != ActNow::KeptIn::Memory)
            say('+', kept.press);
    }
    void takeBack(const QString &emergency)
    {
        const QString last = m_actNow.lastPress(emergency);
        if (!last.isEmpty() && m_actNow.undo(emergency, last).in != ActNow::KeptIn::Memory)
            say('-', last);
    }
    void signIn()
    {
        auto opened = m_file->signIn(kManager, kPassword);
        if (!opened)
            _exit(3);
        m_hostel = std::move(*opened);
        m_actNow.signedIn(*m_hostel);
    }
    void lock()
    {
        m_actNow.locking();
        m_hostel.reset();
    }

    QRandomGenerator m_random;
    const int m_pipe;
    const QString m_path;
    SetClock m_clock;
    SetSteadyClock m_steady;
    ActNow m_actNow;
    std::unique_ptr<HostelFile> m_file;
    std::unique_ptr<OpenHostel> m_hostel;
};

struct Acknowledged {
    QSet<QString> pressed;
    QSet<QString> takenBack;
    int kills = 0;
};

/// Runs it in a process of its own and kills that after a random number of confirmed presses and a random time.
void pressAndKill(const QString &path, quint32 seed, Acknowledged &confirmed)
{
    QRandomGenerator random(seed);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        Presser(path, seed, ends[1]).work();
    }
    ::close(ends[1]);
    FILE *said = ::fdopen(ends[0], "r");
    const int wanted = random.bounded(kMostAcknowledged);
    QByteArrayList lines;
    char line[64];
    while (lines.size() < wanted && std::fgets(line, sizeof line, said))
        lines.append(line);
    ::usleep(useconds_t(random.bounded(kLongestAfterMicroseconds)));
    ::kill(child, SIGKILL);
    while (std::fgets(line, sizeof line, said))
        lines.append(line);
    std::fclose(said);
    int status = 0;
    ::waitpid(child, &status, 0);
    confirmed.kills += WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    for (const QByteArray &each : std::as_const(lines))
        if (each.endsWith('\n')) // half a line was no confirmation
            (each.startsWith('+') ? confirmed.pressed : confirmed.takenBack).insert(QString::fromLatin1(each.mid(1).trimmed()));
}

/// What does not hold of the file as it was left, after the next sign-in.
QStringList wrongIn(const QString &path, const Acknowledged &confirmed)
{
    const SetClock clock(QDateTime(QDate(2026, 10, 5), QTime(2, 0), Qt::UTC));
    auto file = HostelFile::choose(path, clock);
    if (!file)
        return {QStringLiteral("can't be chosen")};
    const auto opened = (*file)->signIn(kManager, kPassword);
    if (!opened)
        return {QStringLiteral("nobody gets in: error %1").arg(int(opened.error().kind))};
    Database &database = (*opened)->services().records.database();
    QStringList wrong;
    QHash<QString, bool> there; // whether it stands
    const auto steps = Table(database, recordType<OverdoseStep>()).list({.withWithdrawn = true});
    for (const KeptRow &row : steps ? *steps : QList<KeptRow>()) {
        const QString press = row.row.text(QStringLiteral("press_id"));
        if (there.contains(press))
            wrong.append(QStringLiteral("twice: ") + press);
        there.insert(press, !row.withdrawnAt);
    }
    for (const QString &press : confirmed.pressed) {
        if (!there.contains(press))
            wrong.append(QStringLiteral("lost: ") + press);
        if (there.value(press) && confirmed.takenBack.contains(press))
            wrong.append(QStringLiteral("stands although it was taken back: ") + press);
    }
    const auto doubled = valueOf(database, QStringLiteral("SELECT count(*) - count(DISTINCT emergency) FROM overdose"));
    const auto alone
        = valueOf(database, QStringLiteral("SELECT count(*) FROM incident WHERE id NOT IN (SELECT incident_id FROM overdose)"));
    if (!doubled || doubled->toLongLong() != 0 || !alone || alone->toLongLong() != 0)
        wrong.append(QStringLiteral("an emergency is not one incident"));
    for (const FileWarning &warning : (*opened)->warnings())
        if (warning.kind == FileWarning::Kind::SealedUnreadable && warning.entries > 1) // the one that was being written
            wrong.append(QStringLiteral("sealed entries can't be read"));
    return wrong;
}

} // namespace

TEST_CASE("Killed at any moment, signed in or locked, no confirmed press is lost and none is doubled")
{
    Campaign campaign(QStringLiteral("act now, kill -9"));
    std::unique_ptr<TestHostel> made;
    Acknowledged confirmed;
    for (int i = 0; i < kPressKills.now(); ++i) {
        if (i % kKillsOfOneHostel == 0) {
            made = std::make_unique<TestHostel>();
            made->hostel.reset();
            made->file.reset();
            confirmed.pressed.clear();
            confirmed.takenBack.clear();
        }
        pressAndKill(made->path, campaign.seed() + quint32(i) * 7919U, confirmed);
        campaign.point(QStringLiteral("kill %1").arg(i), wrongIn(made->path, confirmed));
    }
    CHECK(confirmed.kills == campaign.points());
    campaign.finish();
}

} // namespace keywork::test::act_now_kills_test
