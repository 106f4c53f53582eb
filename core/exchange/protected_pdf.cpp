// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/protected_pdf.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>
#include <utility>

namespace keywork {

namespace {

/// Readers look at the first 127 bytes (ISO 32000-2, 7.6.4.3.3); a longer one would open nowhere.
std::string passwordOf(const QString &passphrase)
{
    return passphrase.normalized(QString::NormalizationForm_KC).toStdString().substr(0, 127);
}

/// Takes what is unpacked until it is too much: a few bytes of a PDF can hold gigabytes.
class Bounded final : public Pipeline {
public:
    explicit Bounded(size_t most)
        : Pipeline("bounded", nullptr)
        , m_left(most)
    {
    }
    void write(const unsigned char *data, size_t length) override
    {
        if (length > m_left)
            throw std::runtime_error("too large");
        m_left -= length;
        m_bytes.append(reinterpret_cast<const char *>(data), qsizetype(length));
    }
    void finish() override { }
    QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    size_t m_left;
    QByteArray m_bytes;
};

void openFrom(QPDF &document, const QByteArray &bytes, const std::string &password)
{
    document.setSuppressWarnings(true);
    document.processMemoryFile("document", bytes.constData(), size_t(bytes.size()), password.c_str());
}

QByteArray written(QPDFWriter &writer)
{
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

void attach(QPDF &document, const QList<Attachment> &attachments)
{
    QPDFEmbeddedFileDocumentHelper files(document);
    auto associated = QPDFObjectHandle::newArray();
    for (const Attachment &attachment : attachments) {
        auto stream = QPDFEFStreamObjectHelper::createEFStream(document, attachment.bytes.toStdString());
        stream.setSubtype(attachment.mediaType.toStdString());
        const std::string name = attachment.name.toStdString();
        auto spec = QPDFFileSpecObjectHelper::createFileSpec(document, name, stream);
        spec.getObjectHandle().replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Data"));
        files.replaceEmbeddedFile(name, spec);
        associated.appendItem(spec.getObjectHandle());
    }
    document.getRoot().replaceKey("/AF", associated);
}

} // namespace

Result<QByteArray> protectedPdf(const QByteArray &pdf, const QString &passphrase, const QList<Attachment> &attachments)
{
    if (passphrase.isEmpty())
        return invalid({{QStringLiteral("passphrase"), Rule::Required, {}}});
    try {
        QPDF document;
        openFrom(document, pdf, {});
        attach(document, attachments);
        QPDFWriter writer(document);
        writer.setOutputMemory();
        // One password for both roles: whoever may read it may print and copy it, programs for blind people included.
        const std::string password = passwordOf(passphrase);
        writer.setR6EncryptionParameters(password.c_str(), password.c_str(), true, true, true, true, true, true, qpdf_r3p_full, true);
        return written(writer);
    } catch (const std::exception &problem) {
        return Error{ErrorKind::Storage, QString::fromUtf8(problem.what()), {}};
    }
}

Result<QList<Attachment>> attachmentsOf(const QByteArray &pdf, const QString &passphrase, qsizetype mostBytes)
{
    try {
        QPDF document;
        openFrom(document, pdf, passwordOf(passphrase));
        QList<Attachment> found;
        QPDFEmbeddedFileDocumentHelper files(document);
        Bounded bounded{size_t(mostBytes)}; // for all of them together
        for (const auto &[key, spec] : files.getEmbeddedFiles()) {
            QPDFEFStreamObjectHelper stream(spec->getEmbeddedFileStream());
            if (!stream.getObjectHandle().pipeStreamData(&bounded, 0, qpdf_dl_generalized))
                return Error{ErrorKind::Damaged, {}, {}};
            found.append({QString::fromStdString(spec->getFilename()), QString::fromStdString(stream.getSubtype()), bounded.take()});
        }
        return found;
    } catch (const QPDFExc &problem) {
        return Error{problem.getErrorCode() == qpdf_e_password ? ErrorKind::WrongPassword : ErrorKind::Damaged, {}, {}};
    } catch (const std::exception &) {
        return Error{ErrorKind::Damaged, {}, {}};
    }
}

} // namespace keywork
