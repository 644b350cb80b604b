# Reads messages as Python's own email package does, and tells what it found as JSON. A connection to the socket is a message.
import email
import email.errors
import email.policy
import email.utils
import hashlib
import json
import socket
import sys


def defects_of(part, where):
    found = [f"{where}: {type(defect).__name__} {defect}" for defect in part.defects]
    for name, value in part.items():
        defects = [one for one in getattr(value, "defects", ()) if not isinstance(one, email.errors.NonASCIILocalPartDefect)]
        found += [f"{where}, {name}: {type(defect).__name__} {defect}" for defect in defects]
    return found


def mailboxes_of(message, name):
    value = message[name]
    if value is None:
        return []
    return [{"name": one.display_name, "address": one.addr_spec} for one in value.addresses]


def text_of(part):
    """As it was written, whatever the line ends of the wire."""
    return part.get_content().replace("\r\n", "\n")


def described(part, depth):
    content = b"" if part.is_multipart() else part.get_payload(decode=True) or b""
    is_letter = part.get_content_maintype() == "text" and part.get_content_disposition() is None
    return {
        "depth": depth,
        "type": part.get_content_type(),
        "charset": part.get_content_charset(),
        "encoding": (part["content-transfer-encoding"] or "").lower(),
        "disposition": part.get_content_disposition(),
        "name": part.get_filename(),
        "typeName": part.get_param("name") and email.utils.collapse_rfc2231_value(part.get_param("name")),
        "cid": part["content-id"] and str(part["content-id"]).strip(),
        "format": part.get_param("format"),
        "text": text_of(part) if is_letter else None,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def walk(part, depth=0):
    yield part, depth
    if part.get_content_maintype() == "multipart":
        for child in part.iter_parts():
            yield from walk(child, depth + 1)


def opened(source):
    """Headers outside ASCII are UTF-8 (RFC 6532), which the package takes as text only."""
    if source.isascii():
        return email.message_from_bytes(source, policy=email.policy.default)
    return email.message_from_string(source.decode(errors="replace"), policy=email.policy.default)


def read(source):
    message = opened(source)
    defects = []
    parts = []
    for part, depth in walk(message):
        parts.append(described(part, depth))  # first: a defect of the encoding is found when it is decoded
        defects += defects_of(part, part.get_content_type())
    date = message["date"]
    return {
        "headers": [[name, str(value)] for name, value in message.items()],
        "from": mailboxes_of(message, "from"),
        "replyTo": mailboxes_of(message, "reply-to"),
        "to": mailboxes_of(message, "to"),
        "cc": mailboxes_of(message, "cc"),
        "bcc": mailboxes_of(message, "bcc"),
        "subject": None if message["subject"] is None else str(message["subject"]),
        "date": None if date is None or date.datetime is None else int(date.datetime.timestamp() * 1000),
        "messageId": None if message["message-id"] is None else str(message["message-id"]),
        "defects": defects,
        "parts": parts,
    }


def answer(connection):
    with connection:
        source = connection.makefile("rb").read()
        try:
            found = read(source)
        except Exception as error:  # the judge goes on; the message is what fails
            found = {"error": f"{type(error).__name__}: {error}"}
        connection.sendall(json.dumps(found).encode())


def main(path):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen(64)
        while True:
            try:
                answer(listener.accept()[0])
            except BrokenPipeError:
                pass  # a test that was ended no longer listens


main(sys.argv[1])
